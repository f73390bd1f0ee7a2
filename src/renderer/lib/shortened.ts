/** The beginning of a typed text, for a message that names it; what has no shape of its own would only confuse there. */
export function shortened(text: string, most = 20): string {
  const plain = [...text.slice(0, 200).replace(/\p{C}/gu, ' ').trim()]
  return plain.length > most ? `${plain.slice(0, most).join('')}…` : plain.join('')
}
