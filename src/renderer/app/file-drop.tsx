import { useEffect, useState } from 'react'
import { useWords } from '../lib/use-words.ts'
import { importKindHere, openImport } from './open-import.ts'

/** Takes a file that is dropped anywhere on the window to the import, and says so while it is held above. */
export function FileDrop() {
  const { t } = useWords()
  const [held, setHeld] = useState(false)

  useEffect(() => {
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (!hasFile(event)) return
      // Without this the browser would open the file in place of the program.
      event.preventDefault()
      setHeld(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setHeld(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFile(event)) return
      event.preventDefault()
      setHeld(false)
      const [file] = event.dataTransfer?.files ?? []
      if (file) openImport(importKindHere(), file)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])

  return held ? <div className="drop-here">{t('importing.dropHere')}</div> : null
}
