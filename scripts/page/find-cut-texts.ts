interface CutText {
  element: string
  text: string
  missing: number
  told: boolean
}

/** Runs in the page: every text that its own box cuts, and the page itself where it is wider than the window. */
export function findCutTexts(): CutText[] {
  const cut: CutText[] = []
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth + 1) {
    cut.push({ element: 'html', text: '', missing: root.scrollWidth - root.clientWidth, told: false })
  }
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const { overflowX, clipPath, visibility } = getComputedStyle(element)
    const hides = overflowX === 'hidden' || overflowX === 'clip'
    const ownText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
    )
    const isField = element instanceof HTMLInputElement || element instanceof HTMLSelectElement
    const missing = element.scrollWidth - element.clientWidth
    if (missing <= 1 || visibility === 'hidden' || clipPath !== 'none' || element.clientWidth === 0) continue
    if (!isField && !(hides && (ownText || element.querySelector('*') === null))) continue
    const text =
      element instanceof HTMLInputElement ? element.value || element.placeholder : element.innerText
    const name = element.classList.length > 0 ? `.${[...element.classList].join('.')}` : ''
    cut.push({
      element: element.tagName.toLowerCase() + name,
      text: text.slice(0, 80),
      missing,
      told: element.closest('[title]') !== null,
    })
  }
  return cut
}
