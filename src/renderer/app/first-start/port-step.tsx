import { type ChangeEvent, useRef } from 'react'
import type { DeskState } from '../../../shared/contract/desk.ts'
import type { ErrorReport } from '../../../shared/errors.ts'
import { bridge } from '../../lib/bridge.ts'
import { call } from '../../lib/client.ts'
import { useWords } from '../../lib/use-words.ts'
import { Segments } from '../../ui/segments.tsx'
import type { StartChoice } from './start-choice.ts'

interface PortStepProps {
  desk: DeskState
  choice: StartChoice
  onChoose(part: Partial<StartChoice>): void
  onFailure(failure: ErrorReport): void
}

const own = ''

/** A port that ships with the program, or a port file of one's own. */
export function PortStep({ desk, choice, onChoose, onFailure }: PortStepProps) {
  const { t, name, number } = useWords()
  const field = useRef<HTMLInputElement>(null)
  const { port, ownPort } = choice
  /** Counts the files: what is said of an earlier one comes too late. */
  const files = useRef(0)

  async function read(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [file] = event.target.files ?? []
    // So that the same file, mended, can be chosen again.
    event.target.value = ''
    if (!file) return
    onChoose({ ownPort: null })
    files.current += 1
    const own = files.current
    try {
      const path = await bridge.fileFor(file)
      if (own !== files.current) return
      if (!path.ok) return onFailure(path.error)
      const answer = await call('readPortFile', { file: path.output })
      if (own !== files.current) return
      if (!answer.ok) return onFailure(answer.error)
      onChoose({ ownPort: { ...answer.output, path: path.output } })
    } catch {
      onFailure({ code: 'host-gone', details: {} })
    }
  }

  return (
    <>
      <Segments
        autoFocus
        className="upright"
        label={t('start.port')}
        value={port ?? own}
        choices={[
          ...desk.ports.map(({ code, names }) => ({ value: code, label: name(names) })),
          { value: own, label: t('start.ownPort') },
        ]}
        onChoose={(code) => onChoose({ port: code === own ? null : code })}
      />
      {port !== null && <p className="faint">{t('start.portHint')}</p>}
      {port === null && (
        <>
          <p className="faint">{t('start.ownPortHint')}</p>
          <input ref={field} type="file" accept=".json,application/json" hidden onChange={read} />
          <button type="button" className="quiet" onClick={() => field.current?.click()}>
            {t('start.choosePortFile')}
          </button>
          {ownPort && (
            <p role="status">
              {t('start.portFileRead', {
                port: name(ownPort.names),
                checkpoints: number(ownPort.checkpoints),
                lines: number(ownPort.lines),
              })}
            </p>
          )}
        </>
      )}
    </>
  )
}
