/** What a finished preview keeps of its rows, outside memory. */
export interface KeptPreview {
  close(): void
}

/** The previews whose rows this thread keeps, oldest first. */
const kept = new Map<string, KeptPreview>()
const mostKept = 4

export function keepPreview(job: string, preview: KeptPreview): void {
  letGoOfPreview(job)
  kept.set(job, preview)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) letGoOfPreview(oldest)
}

export function keptPreview(job: string): KeptPreview | undefined {
  return kept.get(job)
}

export function letGoOfPreview(job: string): void {
  kept.get(job)?.close()
  kept.delete(job)
}
