import type { TestBook } from './test-book.ts'

/**
 * Gives a test book bus routes: `almaty` across the border from the hall, compared with its line `buses`, `urumqi` that
 * does not cross, and `idle`, which stays without vehicles.
 */
export async function busTestBook(book: TestBook): Promise<void> {
  const inland = {
    crossesBorder: false,
    busLine: null,
    passengerLine: null,
    zone: null,
    from: null,
    to: null,
  }
  await book.done('addRoute', {
    route: 'almaty',
    names: { en: 'Almaty', 'zh-CN': '阿拉木图' },
    checkpoint: 'hall',
    crossesBorder: true,
    busLine: 'buses',
    passengerLine: null,
    zone: 'Asia/Almaty',
    from: null,
    to: null,
  })
  await book.done('addRoute', { route: 'urumqi', names: { en: 'Urumqi' }, checkpoint: 'hall', ...inland })
  await book.done('addRoute', { route: 'idle', names: { en: 'Idle' }, checkpoint: null, ...inland })
}
