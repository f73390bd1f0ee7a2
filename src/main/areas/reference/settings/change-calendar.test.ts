import { describe, expect, test } from 'vitest'
import { journalledRows } from '../../../testing/all-rows.ts'
import { countHall } from '../../../testing/count-hall.ts'
import { refusal } from '../../../testing/refused-command.ts'
import { testBook } from '../../../testing/test-book.ts'

const reason = { en: 'Snow' }
const closure = { id: null, checkpoint: 'hall', starts: null, ends: null, reason }

describe('the calendar', () => {
  const season = { checkpoint: 'hall', replaces: null, from: '2025-06-01', to: '2025-08-31' }
  const hours = [{ weekdays: [1, 2, 3, 4, 5], opens: '08:00', closes: '16:00' }]

  test('asks before it closes periods that have numbers', async () => {
    const book = testBook()
    await countHall(book, '2025-03-04', 'night/2')
    await countHall(book, '2025-03-05', 'morning')
    await countHall(book, '2025-03-05', 'afternoon')
    const whole = { ...closure, from: '2025-03-04', to: '2025-03-06' }
    const closes = ['closes-figures', { figures: 3, first: '2025-03-04', last: '2025-03-05' }]
    expect([
      await refusal(book, 'keepClosure', whole),
      await refusal(book, 'keepClosure', { ...whole, starts: '10:00', ends: '14:00' }),
      await refusal(book, 'keepSeason', { ...season, from: '2025-03-01', to: '2025-03-31', hours }),
      await refusal(book, 'keepClosure', { ...whole, confirmed: true }),
    ]).toEqual([
      closes,
      null,
      ['closes-figures', { figures: 1, first: '2025-03-04', last: '2025-03-04' }],
      null,
    ])
  })

  test('has seasons one after the other, each said anew as a whole', async () => {
    const book = testBook()
    await book.done('keepSeason', { ...season, hours })
    const overlapping = { ...season, from: '2025-08-31', to: null, hours }
    expect([
      await refusal(book, 'keepSeason', overlapping),
      await refusal(book, 'keepSeason', { ...overlapping, replaces: { from: '2025-06-01', to: null } }),
      await refusal(book, 'keepSeason', {
        ...season,
        hours: [...hours, { weekdays: [5], opens: '15:00', closes: '17:00' }],
      }),
      await refusal(book, 'keepSeason', {
        ...season,
        hours: [{ weekdays: [5], opens: '22:00', closes: '04:00' }],
      }),
      await refusal(book, 'keepSeason', {
        ...overlapping,
        replaces: { from: '2025-06-01', to: '2025-08-31' },
        hours: [{ weekdays: [6, 7], opens: '10:00', closes: '12:00' }],
      }),
    ]).toEqual([
      ['seasons-overlap', { date: '2025-08-31' }],
      ['setting-gone', {}],
      ['hours-overlap', { field: 'hours', weekday: 5 }],
      ['hours-over-midnight', { field: 'hours', weekday: 5 }],
      null,
    ])
    const seasons = async () => (await book.done('readSettings', {})).checkpoints[0]?.seasons
    expect(await seasons()).toEqual([
      { from: '2025-08-31', to: null, hours: [{ weekdays: [6, 7], opens: '10:00', closes: '12:00' }] },
    ])
    await book.done('removeSeason', { checkpoint: 'hall', season: { from: '2025-08-31', to: null } })
    expect(await seasons()).toEqual([])
  })

  test('has events that are said anew, removed by their id and with their checkpoint, and undone', async () => {
    const book = testBook()
    const dates = { from: '2025-06-01', to: '2025-06-03' }
    const events = async () => (await book.done('readSettings', {})).events
    const fair = { kind: ' Fair ', checkpoint: null, ...dates, names: { en: 'Fair', 'zh-CN': '博览会' } }
    await book.done('keepEvent', { id: null, ...fair })
    await book.done('keepEvent', { id: null, ...fair, kind: null, checkpoint: 'yard', from: '2025-05-31' })
    const [flood, kept] = await events()
    expect([flood, kept]).toEqual([
      { id: expect.any(String), ...fair, kind: null, checkpoint: 'yard', from: '2025-05-31' },
      { id: expect.any(String), ...fair, kind: 'Fair' },
    ])
    const id = kept?.id ?? ''
    await book.done('keepEvent', { id, ...fair, to: '2025-06-05', names: { en: 'Great fair' } })
    expect((await events())[1]).toEqual({
      id,
      ...fair,
      kind: 'Fair',
      to: '2025-06-05',
      names: { en: 'Great fair' },
    })
    const { batch } = await book.done('removeEvent', { id })
    await book.done('undo', { batch: batch ?? 0 })
    expect((await events()).length).toBe(2)
    await book.done('removeEvent', { id })
    await book.done('removeCheckpoint', { checkpoint: 'yard' })
    expect(await events()).toEqual([])
    const { name } = journalledRows(book.writer.db)
    expect(name).not.toContainEqual(expect.objectContaining({ entity: 'event' }))
    expect([
      await refusal(book, 'removeEvent', { id }),
      await refusal(book, 'keepEvent', { id, ...fair }),
      await refusal(book, 'keepEvent', { id: null, ...fair, to: '2025-05-31' }),
      await refusal(book, 'keepEvent', { id: null, ...fair, checkpoint: 'yard' }),
      (await refusal(book, 'keepEvent', { id: null, ...fair, kind: ' ' }))?.[0],
      (await refusal(book, 'keepEvent', { id: null, ...fair, names: {} }))?.[0],
    ]).toEqual([
      ['setting-gone', {}],
      ['setting-gone', {}],
      ['ends-before-begins', { field: 'to' }],
      ['unknown-checkpoint', { checkpoint: 'yard' }],
      'name-empty',
      'name-empty',
    ])
  })

  test('has closures and holidays that are said anew and removed by their id', async () => {
    const book = testBook()
    const read = async () => {
      const { checkpoints, holidays } = await book.done('readSettings', {})
      return { closures: checkpoints[0]?.closures ?? [], holidays }
    }
    const before = await read()
    const [first] = before.closures
    const [holiday] = before.holidays
    await book.done('keepClosure', { ...closure, id: first?.id ?? '', from: '2025-05-01', to: '2025-05-03' })
    await book.done('keepHoliday', {
      id: holiday?.id ?? '',
      country: 'KZ',
      from: '2025-05-01',
      to: '2025-05-01',
      names: { kk: 'Бірлік күні' },
    })
    const after = await read()
    expect([after.closures[0], after.holidays]).toEqual([
      { id: first?.id, from: '2025-05-01', to: '2025-05-03', starts: null, ends: null, reason },
      [
        {
          id: holiday?.id,
          country: 'KZ',
          from: '2025-05-01',
          to: '2025-05-01',
          names: { kk: 'Бірлік күні' },
        },
      ],
    ])
    await book.done('removeClosure', { id: first?.id ?? '' })
    await book.done('removeHoliday', { id: holiday?.id ?? '' })
    expect(await read()).toEqual({ closures: before.closures.slice(1), holidays: [] })
    expect([
      await refusal(book, 'removeHoliday', { id: holiday?.id ?? '' }),
      await refusal(book, 'keepClosure', { ...closure, from: '2025-05-03', to: '2025-05-01' }),
      await refusal(book, 'keepClosure', {
        ...closure,
        from: '2025-05-03',
        to: '2025-05-03',
        starts: '10:00',
      }),
      await refusal(book, 'keepClosure', {
        ...closure,
        from: '2025-05-03',
        to: '2025-05-03',
        starts: '22:00',
        ends: '04:00',
      }),
    ]).toEqual([
      ['setting-gone', {}],
      ['ends-before-begins', { field: 'to' }],
      ['half-a-span', { field: 'ends' }],
      ['hours-over-midnight', { field: 'ends' }],
    ])
  })
})
