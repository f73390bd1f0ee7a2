import type { EventEmitter } from 'node:events'

/** Looked for by the language itself, by `await` and by JSON: their absence is an answer, not a gap. */
const askedByTheLanguage = new Set(['then', 'toJSON'])

/** Thrown where the program asks for something that only the real Electron has. */
export class NotInDouble extends Error {
  constructor(what: string) {
    super(`the Electron stand-in has no ${what}: add it to e2e/electron-double, or do without it`)
    this.name = 'NotInDouble'
  }
}

/** The same object, which throws when a member is read or set that it does not have. */
export function refuseUnknown<Target extends object>(name: string, target: Target): Target {
  return new Proxy(target, {
    get(object, property) {
      if (typeof property === 'string' && !(property in object) && !askedByTheLanguage.has(property)) {
        throw new NotInDouble(`${name}.${property}`)
      }
      return Reflect.get(object, property, object)
    },
    set(object, property, value) {
      if (typeof property === 'string' && !(property in object)) throw new NotInDouble(`${name}.${property}`)
      return Reflect.set(object, property, value, object)
    },
  })
}

/** Lets an emitter throw when someone listens to an event that the double never sends. */
export function refuseUnknownEvents(name: string, emitter: EventEmitter, known: readonly string[]): void {
  emitter.on('newListener', (event: string | symbol) => {
    if (!known.includes(String(event))) throw new NotInDouble(`event '${String(event)}' of ${name}`)
  })
}

/** Throws for an option that the double does not know, or knows with another value only. */
export function refuseUnknownOptions(
  name: string,
  options: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, (value: unknown) => boolean>>,
): void {
  for (const [option, value] of Object.entries(options)) {
    if (known[option]?.(value) !== true) throw new NotInDouble(`${name} { ${option}: ${String(value)} }`)
  }
}
