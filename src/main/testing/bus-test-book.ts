import type { InputOf } from '../../shared/contract/index.ts'
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

/** A departure of one bus to Almaty on 3 February 2025, or what is said otherwise. @returns its id */
export async function depart(book: TestBook, bus: Partial<InputOf<'keepDeparture'>> = {}): Promise<string> {
  const { departure } = await book.done('keepDeparture', {
    departure: null,
    route: 'almaty',
    date: '2025-02-03',
    direction: 'exit',
    minute: 540,
    vehicles: 1,
    passengers: 45,
    ...bus,
  })
  return departure
}
