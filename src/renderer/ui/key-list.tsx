import { KeyHint } from './key-hint.tsx'

/** Keys and what they do, one on a line. */
export function KeyList({
  title,
  keys,
}: {
  title: string
  keys: readonly { id: string; key: string; does: string }[]
}) {
  return (
    <section className="key-list">
      <h3>{title}</h3>
      <dl>
        {keys.map(({ id, key, does }) => (
          <div key={id}>
            <dt>
              <KeyHint>{key}</KeyHint>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
