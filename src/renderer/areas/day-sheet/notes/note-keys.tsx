import { KeyHint } from '../../../ui/key-hint.tsx'

export interface NoteKey {
  key: string
  does: string
  /** Without it the key is only told of. */
  run?: () => void
}

/** The keys that act on the note in focus, in one line; each can be pressed with the mouse too. */
export function NoteKeys({ keys }: { keys: readonly NoteKey[] }) {
  return (
    <p className="note-keys">
      {keys.map(({ key, does, run }) =>
        run ? (
          <button
            key={key}
            type="button"
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={run}
          >
            <KeyHint>{key}</KeyHint> {does}
          </button>
        ) : (
          <span key={key}>
            <KeyHint>{key}</KeyHint> {does}
          </span>
        ),
      )}
    </p>
  )
}
