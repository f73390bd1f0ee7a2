/**
 * Lines as CSV for Excel: a byte-order mark, and an apostrophe before what would be taken for a formula.
 */
export function csvOf(lines: readonly (readonly string[])[]): string {
  const cell = (text: string): string => {
    const formula = /^[=+\-@\t\r＝＋－＠]/.test(text) && !/^-\d+(\.\d+)?$/.test(text)
    const plain = formula ? `'${text}` : text
    return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
  }
  return `\ufeff${lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`
}
