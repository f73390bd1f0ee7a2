import { type ComponentType, lazy, useState } from 'react'

/** A part of the window that comes in a file of its own. */
export interface LatePart<Props extends object> {
  Part: ComponentType<Props>
  /** Brings the file before the part is shown. @throws where it does not come */
  load(): Promise<unknown>
}

/**
 * A part whose file is read after the first screen stands. Once it is here, the part stands at once when it is shown, so
 * that the next key finds it; a part that is shown before suspends until its file has come.
 */
export function latePart<Props extends object>(
  file: () => Promise<{ default: ComponentType<Props> }>,
): LatePart<Props> {
  let here: ComponentType<Props> | null = null
  async function load() {
    const loaded = await file()
    here = loaded.default
    return loaded
  }
  const Coming: ComponentType<Props> = lazy(load)
  function Part(props: Props) {
    // It stays the same one for as long as it is shown: another one would begin anew.
    const [Shown] = useState(() => here ?? Coming)
    return <Shown {...props} />
  }
  return { Part, load }
}
