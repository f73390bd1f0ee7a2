import { type Command, keyLine } from '../lib/commands.ts'
import { useWords } from '../lib/use-words.ts'
import { KeyHint } from './key-hint.tsx'
import './command-buttons.css'

/** Commands as buttons, each with its key. */
export function CommandButtons({ commands }: { commands: readonly Command[] }) {
  const words = useWords()
  if (commands.length === 0) return null
  return (
    <div className="command-buttons">
      {commands.map((command) => {
        const { id, key, does } = keyLine(command, words)
        return (
          <button key={id} type="button" onClick={() => command.run?.()}>
            {does} <KeyHint>{key}</KeyHint>
          </button>
        )
      })}
    </div>
  )
}
