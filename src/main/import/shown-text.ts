const longestShown = 80

/** A cell's text for a message; a cell can be of any length. */
export function shown(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}
