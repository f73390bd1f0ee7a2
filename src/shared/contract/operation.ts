import { z } from 'zod'
import { AtMs } from '../words.ts'

/** One query or command of the contract: what goes in, what comes out. Schemas are strict: unknown fields are refused. */
export interface Operation<
  Kind extends 'query' | 'command',
  Input extends z.ZodType,
  Output extends z.ZodType,
> {
  kind: Kind
  input: Input
  output: Output
}

/** An operation that only reads; it runs on a reader thread beside the writer. */
export const query = <Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Operation<'query', Input, Output> => ({ kind: 'query', input, output })

/** An operation that writes in one transaction with its journal; commands run one after the other. */
export const command = <Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Operation<'command', Input, Output> => ({ kind: 'command', input, output })

/** What every command answers: `batch` names it in the journal and is null where nothing changed. */
export const Receipt = z.strictObject({
  savedAt: AtMs,
  batch: z.int().nullable(),
  changed: z.int(),
})
export type Receipt = z.infer<typeof Receipt>
