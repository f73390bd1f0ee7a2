import type { z } from 'zod'
import type { Operation, Receipt } from '../../shared/contract/operation.ts'
import type { Batch } from './batch.ts'
import type { Connection } from './connection.ts'
import type { JobNews } from './jobs.ts'

/** What a query may touch: a connection and the clock. */
export interface QueryContext {
  db: Connection
  /** The instant the operation began, UTC milliseconds. */
  now: number
  /** Tells whoever asked how far a long operation is. */
  tell: (news: JobNews) => void
}

/** A command has its batch too; dispatch commits it, or takes it back when the handler throws. */
export interface CommandContext extends QueryContext {
  batch: Batch
}

type AnyOperation = Operation<'query' | 'command', z.ZodType, z.ZodType>

/** The typed map of handlers that an area exports for its part of the contract. */
export type Handlers<Contract extends Record<string, AnyOperation>> = {
  [Name in keyof Contract]: (
    context: Contract[Name]['kind'] extends 'query' ? QueryContext : CommandContext,
    input: z.output<Contract[Name]['input']>,
  ) => z.input<Contract[Name]['output']> | Promise<z.input<Contract[Name]['output']>>
}

/** What a command answers about its batch. */
export function receiptOf(batch: Batch): Receipt {
  return { savedAt: batch.at, batch: batch.changed > 0 ? batch.number : null, changed: batch.changed }
}
