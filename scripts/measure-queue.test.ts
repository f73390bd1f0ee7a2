import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { BoothHour } from '../bench/measure/booth-hours.ts'
import { predictWaits } from '../bench/measure/booth-queue.ts'
import { measureQueue } from '../bench/measure/queue.ts'
import { addDays } from '../src/shared/dates.ts'
import { seededRandom } from '../src/shared/queue/random.ts'

const days = 30
const heads = 'airport,terminal,date,hour,all_avg_wait,all_total,all_flights,all_booths'

/** Hours of a hall that nobody recorded: flights from 8:00 to 19:59, booths that follow them loosely. */
function madeUpHours(): BoothHour[] {
  const random = seededRandom(1)
  return Array.from({ length: days * 24 }, (_, hour) => {
    const flights = 1 + Math.floor(random() * 4)
    return {
      hour,
      passengers: flights * Math.round(120 + random() * 120),
      flights,
      booths: 3 + Math.floor(random() * 8),
      recorded: 0,
    }
  }).filter(({ hour }) => hour % 24 >= 8 && hour % 24 < 20)
}

function fileOf(rows: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'portbook-measure-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'waits.csv')
  writeFileSync(file, `${[heads, ...rows].join('\n')}\n`)
  return file
}

function rowsOf(hours: readonly BoothHour[]): string[] {
  return hours.map(({ hour, passengers, flights, booths, recorded }) => {
    const [year, month, day] = addDays('2016-01-01', Math.floor(hour / 24))
      .split('-')
      .map(Number)
    const from = String(hour % 24).padStart(2, '0')
    return `ORD,5,${month}/${day}/${year},${from}00 - ${from}59,${recorded},${passengers},${flights},${booths}`
  })
}

test('waits that a queue made are predicted from its other weeks, and a file without a pattern is not', async () => {
  const hours = madeUpHours()
  const waits = predictWaits(hours, { seconds: Array(24).fill(80), faster: 0.1 }, 5)
  const made = hours.map((hour, index) => ({ ...hour, recorded: waits[index] ?? 0 }))
  const random = seededRandom(2)
  const noise = hours.map((hour) => ({ ...hour, recorded: random() * 30 }))
  const errorOf = async (of: readonly BoothHour[]) =>
    (await measureQueue({ file: fileOf(rowsOf(of)) })).data as {
      error: { share: number; correlation: number }
    }
  const { correlation, share } = (await errorOf(made)).error
  expect([correlation > 0.95, share < 0.08]).toEqual([true, true])
  expect((await errorOf(noise)).error.correlation).toBeLessThan(0.15)
})

test('hours are told by booths open, those without a booth apart', async () => {
  const hours = madeUpHours().map((hour, index) => ({ ...hour, recorded: 9, booths: index % 3 }))
  const { data } = await measureQueue({ file: fileOf(rowsOf(hours)) })
  expect(data).toMatchObject({
    byBooths: [
      { booths: 1, hours: 120, recorded: 9 },
      { booths: 2, hours: 120, recorded: 9 },
    ],
    hours: 240,
    withoutBooths: 120,
  })
})

test('a file that cannot be read is refused with its row, one that is too short with the reason', async () => {
  await expect(measureQueue({ file: fileOf(['ORD,5,2/30/2016,0000 - 0100,1,10,1,2']) })).rejects.toThrow(
    'row 2',
  )
  await expect(measureQueue({ file: fileOf(['ORD,5,2/3/2016,0000 - 0100,1,10,1,2']) })).rejects.toThrow(
    'three days',
  )
})
