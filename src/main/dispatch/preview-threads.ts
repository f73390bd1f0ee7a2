import type { z } from 'zod'
import { declarationsImportContract } from '../../shared/contract/declarations-import.ts'
import { importContract } from '../../shared/contract/import.ts'
import { tariffContract } from '../../shared/contract/tariff.ts'
import { type Answer, AppError } from '../../shared/errors.ts'
import type { BookThread } from './thread.ts'

/** Operations on a preview of an import: they go to the thread that has it. */
const previewOperations = [
  'previewImport',
  'previewTariff',
  'previewDeclarations',
  'readPreviewRows',
  'readPreviewLines',
  'closePreview',
] as const
type PreviewOperation = (typeof previewOperations)[number]
const previewContract = { ...importContract, ...tariffContract, ...declarationsImportContract }

/** Previews that are kept at a time: a window has one, and few windows are open. */
const mostPreviews = 4

export function isPreviewOperation(operation: string): operation is PreviewOperation {
  return (previewOperations as readonly string[]).includes(operation)
}

/**
 * Each preview of an import has a thread and a connection of its own, from its start until it is let go of, so that it
 * delays neither typing nor any other question.
 */
export class PreviewThreads {
  readonly #start: (onLost: () => void) => Promise<BookThread>
  readonly #threads = new Map<string, Promise<BookThread>>()

  constructor(start: (onLost: () => void) => Promise<BookThread>) {
    this.#start = start
  }

  /** @throws AppError preview-gone; ZodError */
  async call(operation: PreviewOperation, input: unknown): Promise<Answer<unknown>> {
    const schema: z.ZodType<{ job: string }> = previewContract[operation].input
    const { job } = schema.parse(input)
    if (operation === 'previewImport' || operation === 'previewDeclarations') {
      return this.#preview(operation, job, input)
    }
    // All that it found out is in its answer: no rows are kept for later.
    if (operation === 'previewTariff')
      return this.#preview(operation, job, input).finally(() => this.#letGo(job))
    const thread = this.#threads.get(job)
    if (operation === 'readPreviewRows' || operation === 'readPreviewLines') {
      if (!thread) throw new AppError('preview-gone')
      return (await thread).call(operation, input)
    }
    await this.#letGo(job)
    return { ok: true, output: {} }
  }

  /** Stops a preview that is running; one that is finished stays. Says whether it has this job. */
  async cancel(job: string): Promise<boolean> {
    const thread = await this.#threads.get(job)
    thread?.cancel(job)
    return thread !== undefined
  }

  async close(): Promise<void> {
    await Promise.all([...this.#threads.keys()].map((job) => this.#letGo(job)))
  }

  async #preview(operation: PreviewOperation, job: string, input: unknown): Promise<Answer<unknown>> {
    await this.#letGo(job)
    const oldest = this.#threads.keys().next().value
    if (this.#threads.size >= mostPreviews && oldest !== undefined) await this.#letGo(oldest)
    const thread = this.#start(() => this.#threads.delete(job))
    this.#threads.set(job, thread)
    let answer: Answer<unknown> | null = null
    try {
      answer = await (await thread).call(operation, input)
      return answer
    } finally {
      if (!answer?.ok && this.#threads.get(job) === thread) await this.#letGo(job)
    }
  }

  async #letGo(job: string): Promise<void> {
    const starting = this.#threads.get(job)
    this.#threads.delete(job)
    const thread = await starting?.catch(() => null)
    thread?.cancel(job)
    await thread?.close()
  }
}
