import { setImmediate as nextTurn } from 'node:timers/promises'
import { instantAt } from '../../shared/dates.ts'
import { AppError } from '../../shared/errors.ts'
import { markSample } from '../areas/reference/mark-sample.ts'
import { readyMadePorts } from '../areas/reference/ready-made-ports.ts'
import { writePort } from '../areas/reference/write-port.ts'
import type { SampleStep } from '../areas/sample/sample-step.ts'
import { clockOf, firstDayOf, sampleSteps } from '../areas/sample/sample-steps.ts'
import { samples } from '../areas/sample/samples.ts'
import type { BookWriter } from '../book/batch.ts'
import { createBookByCommands } from '../book/draft-book.ts'
import { runCommand } from './run-operation.ts'

export interface MadeSample {
  port: string
  /** The days that the sample covers, both counted; the last one is its today. */
  from: string
  to: string
  /** Counts and control totals written. */
  figures: number
}

/**
 * Makes a sample book: a ready-made port, then the figures of every day by the same commands that a clerk gives, then
 * the mark that makes it a sample.
 * @param years how many years end on the sample's last day; without them the published span
 * @throws AppError unknown-port, book-exists, book-on-network-folder, disk-full, file-unreadable
 */
export async function makeSample(path: string, code: string, years?: number): Promise<MadeSample> {
  const port = readyMadePorts.get(code)
  const sample = samples.get(code)
  if (!port || !sample) throw new AppError('unknown-port', { port: code })
  const from = firstDayOf(sample, years)
  const figures = await createBookByCommands(
    path,
    instantAt(from, 0, sample.zone),
    (batch) => writePort(batch, port),
    async (writer) => {
      const written = await runSteps(writer, sampleSteps(sample, from))
      markSample(writer, clockOf(sample))
      return written
    },
  )
  return { port: code, from, to: sample.lastDay, figures }
}

async function runSteps(writer: BookWriter, steps: Iterable<SampleStep>): Promise<number> {
  let figures = 0
  for (const { operation, input, at } of steps) {
    const before = writer.head.sequence
    const answer = await runCommand(writer, operation, input, at)
    if (!answer.ok) throw new AppError(answer.error.code, answer.error.details)
    if (operation === 'recordCounts') figures += writer.head.sequence - before
    // The program answers its windows meanwhile.
    await nextTurn()
  }
  return figures
}
