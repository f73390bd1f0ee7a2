import type { DeskState } from '../../../shared/contract/desk.ts'
import type { OutputOf } from '../../../shared/contract/index.ts'
import type { Words } from '../../lib/use-words.ts'

/** A port file that was read, and the path under which it can be read again. */
export type OwnPort = OutputOf<'readPortFile'> & { path: string }

/** What has been chosen so far. */
export interface StartChoice {
  /** The code of a ready-made port; null is a port file of one's own. */
  port: string | null
  ownPort: OwnPort | null
  sample: boolean
  folder: string
}

export type Step = 'language' | 'port' | 'figures' | 'place'

/** The steps that there are to take: a port of one's own has no sample to choose. */
export function stepsOf({ port }: StartChoice): readonly Step[] {
  return port === null ? ['language', 'port', 'place'] : ['language', 'port', 'figures', 'place']
}

/** The span of the chosen port's sample, where it has one. */
export function sampleOf({ port }: StartChoice, { ports }: DeskState): { from: string; to: string } | null {
  return ports.find(({ code }) => code === port)?.sample ?? null
}

export function nameOfPort(
  { port, ownPort }: StartChoice,
  { ports }: DeskState,
  name: Words['name'],
): string {
  const names = port === null ? ownPort?.names : ports.find(({ code }) => code === port)?.names
  return names ? name(names) : ''
}

/** The name of the book's file, as the desk will give it. */
export function fileOf(choice: StartChoice, desk: DeskState): string {
  const code = choice.port ?? choice.ownPort?.code
  if (code === undefined) return ''
  return choice.sample && sampleOf(choice, desk) ? `sample-${code}.portbook` : `${code}.portbook`
}
