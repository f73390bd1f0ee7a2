/** Says a text to screen readers whenever it changes. */
export function LiveMessage({ text }: { text: string }) {
  return (
    <div className="hidden" aria-live="assertive" role="status">
      {text}
    </div>
  )
}
