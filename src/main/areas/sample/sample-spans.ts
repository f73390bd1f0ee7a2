import { samples } from './samples.ts'

/** The published span of each port that has a sample, by the port's code. */
export const sampleSpans: ReadonlyMap<string, { from: string; to: string }> = new Map(
  [...samples.values()].map(({ port, firstDay, lastDay }) => [port, { from: firstDay, to: lastDay }]),
)
