import { v7 as uuidv7 } from 'uuid'
import { openBook } from '../src/main/book/open-book.ts'
import { eachDate } from '../src/shared/dates.ts'

const halls = [1, 2, 3, 4]
const channelsOfHall = 14
const shifts = ['morning', 'afternoon', 'evening']

/**
 * Gives the four halls of a bench book fourteen channels each and, over ten years, 200,000 openings: four or five in
 * every shift. One hall names its officers, so that duties are read too; the others count heads.
 */
export function addOpenings(path: string, from: string, to: string): void {
  const { writer, close } = openBook(path, 'bench')
  const always = { from_date: '0001-01-01', to_date: '9999-12-31' }
  const settings = writer.begin({ operation: 'addChannel', at: 1, person: null })
  for (const hall of halls) {
    for (let number = 1; number <= channelsOfHall; number += 1) {
      const code = channelCode(hall, number)
      settings.put('channel', [code], {
        checkpoint: `hall-${hall}`,
        kind: number > 10 ? 'e-gate' : 'manual',
        directions: '["entry","exit"]',
        eligible: number > 10 ? '["line-1","line-2","line-3"]' : null,
        position: hall * 100 + number,
        ...always,
      })
      settings.put('name', ['channel', code, 'en', '0001-01-01'], { text: code.toUpperCase() })
    }
  }
  for (let number = 0; number < 40; number += 1)
    settings.put('officer', [officerNumber(number)], { kinds: '["manual"]', ...always })
  settings.commit()
  let made = 0
  for (const date of eachDate(from, to)) {
    const batch = writer.begin({ operation: 'recordOpenings', at: Date.parse(date), person: null })
    for (const hall of halls) {
      for (const [index, shift] of shifts.entries()) {
        const number = made % 16 < 9 ? 5 : 4
        for (let place = 0; place < number; place += 1) {
          made += 1
          const id = uuidv7()
          const begins = 360 * (index + 1) + (made % 5) * 15
          batch.put('opening', [id], {
            checkpoint: `hall-${hall}`,
            date,
            shift,
            channel: channelCode(hall, ((made * 5 + place * 3) % channelsOfHall) + 1),
            plan: 'actual',
            direction: place % 2 === 0 ? 'entry' : 'exit',
            starts_minute: begins,
            ends_minute: begins + 180 + (made % 7) * 15,
            head_count: hall === 1 ? null : 1 + (made % 2),
          })
          if (hall === 1) batch.put('duty', [id, officerNumber(made % 40), begins], { role: 'inspector' })
        }
      }
    }
    batch.commit()
  }
  close()
}

const channelCode = (hall: number, number: number): string => `h${hall}-${number}`
const officerNumber = (number: number): string => `06${String(number).padStart(4, '0')}`
