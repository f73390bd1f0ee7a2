import { assertGoesOn, type JobNews } from '../book/jobs.ts'
import type { FileRows } from './file-row.ts'

/** Whom to tell how far it is, and who may cancel it. */
export interface ImportJob {
  job: string
  tell: (news: JobNews) => void
}

/** Rows after which it is worth a look. */
export const rowsBetweenLooks = 256
const leastMsBetweenNews = 100

/** Looks now and then whether the job is to stop, and tells how far it is. */
export class Progress {
  readonly #source: FileRows
  readonly #job: ImportJob | null
  #told = 0

  constructor(source: FileRows, job: ImportJob | null) {
    this.#source = source
    this.#job = job
    if (job) assertGoesOn(job.job)
  }

  look(rows: number): void {
    if (!this.#job) return
    assertGoesOn(this.#job.job)
    const now = performance.now()
    if (now - this.#told < leastMsBetweenNews) return
    this.#told = now
    this.#job.tell({ job: this.#job.job, rows, share: this.#source.share() })
  }
}
