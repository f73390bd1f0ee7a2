/** How long the browser may take to begin with the file. */
const keptMs = 60_000

/** Offers a file that was made in the window under a name, as a download. */
export function download(content: Blob, file: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = file
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), keptMs)
}
