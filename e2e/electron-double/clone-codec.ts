/**
 * Structured clone over a binding that carries strings only. Runs on both sides: in Node as a module, in the page as
 * text, so it imports nothing. `structuredClone` itself decides what may cross; here it is only written down.
 */
type Coded = string | number | boolean | null | [string, ...unknown[]]

/** The value as text; throws as Electron does where structured clone refuses it (functions, promises, symbols). */
export function encodeClone(value: unknown): string {
  let copy: unknown
  try {
    copy = structuredClone(value)
  } catch {
    throw new Error('An object could not be cloned.')
  }
  const places = new Map<object, number>()
  const nodes: unknown[] = []
  const bytes = (buffer: ArrayBufferLike, from = 0, length = buffer.byteLength): string => {
    let text = ''
    for (const byte of new Uint8Array(buffer, from, length)) text += String.fromCharCode(byte)
    return btoa(text)
  }
  const node = (object: object): unknown[] => {
    if (Array.isArray(object)) {
      return ['array', Array.from(object, (item, index) => (index in object ? code(item) : ['hole']))]
    }
    if (object instanceof Date) return ['date', code(object.getTime())]
    if (object instanceof Map) return ['map', Array.from(object, (pair) => pair.map(code))]
    if (object instanceof Set) return ['set', Array.from(object, code)]
    if (object instanceof RegExp) return ['regexp', object.source, object.flags]
    if (object instanceof Error) {
      const cause = 'cause' in object ? [code(object.cause)] : []
      return ['error', object.name, object.message, object.stack ?? '', cause]
    }
    if (object instanceof ArrayBuffer) return ['buffer', bytes(object)]
    if (ArrayBuffer.isView(object)) {
      return ['view', object.constructor.name, bytes(object.buffer, object.byteOffset, object.byteLength)]
    }
    if (object instanceof Number || object instanceof String || object instanceof Boolean) {
      return ['boxed', code(object.valueOf())]
    }
    if (Object.prototype.toString.call(object) !== '[object Object]') {
      throw new Error(`the Electron stand-in cannot send ${Object.prototype.toString.call(object)}`)
    }
    return ['object', Object.entries(object).map(([key, item]) => [key, code(item)])]
  }
  const code = (item: unknown): Coded => {
    if (item === undefined) return ['undefined']
    if (typeof item === 'bigint') return ['bigint', String(item)]
    if (typeof item === 'number') {
      return Number.isFinite(item) && !Object.is(item, -0)
        ? item
        : ['number', Object.is(item, -0) ? '-0' : `${item}`]
    }
    if (typeof item !== 'object' || item === null) return item as string | boolean | null
    const known = places.get(item)
    if (known !== undefined) return ['at', known]
    const place = nodes.length
    places.set(item, place)
    nodes.push(null)
    nodes[place] = node(item)
    return ['at', place]
  }
  const root = code(copy)
  return JSON.stringify({ root, nodes })
}

/** The value that `encodeClone` wrote, with cycles and shared objects as they were. */
export function decodeClone(text: string): unknown {
  const { root, nodes } = JSON.parse(text) as { root: Coded; nodes: [string, ...unknown[]][] }
  const made: unknown[] = []
  const buffer = (coded: unknown): ArrayBuffer =>
    Uint8Array.from(atob(String(coded)), (letter) => letter.charCodeAt(0)).buffer
  const make = (place: number): unknown => {
    if (place in made) return made[place]
    const [kind, first, second, third, fourth] = nodes[place] ?? ['']
    const keep = <Made>(object: Made): Made => {
      made[place] = object
      return object
    }
    const items = first as Coded[]
    if (kind === 'array') {
      const array = keep(new Array<unknown>(items.length))
      for (const [index, item] of items.entries()) {
        if (!Array.isArray(item) || item[0] !== 'hole') array[index] = value(item)
      }
      return array
    }
    if (kind === 'object') {
      const object = keep<Record<string, unknown>>({})
      for (const [key, item] of first as [string, Coded][]) {
        Object.defineProperty(object, key, {
          value: value(item),
          writable: true,
          enumerable: true,
          configurable: true,
        })
      }
      return object
    }
    if (kind === 'map') {
      const map = keep(new Map<unknown, unknown>())
      for (const [key, item] of first as [Coded, Coded][]) map.set(value(key), value(item))
      return map
    }
    if (kind === 'set') {
      const set = keep(new Set<unknown>())
      for (const item of items) set.add(value(item))
      return set
    }
    if (kind === 'date') return keep(new Date(value(first as Coded) as number))
    if (kind === 'regexp') return keep(new RegExp(String(first), String(second)))
    if (kind === 'buffer') return keep(buffer(first))
    if (kind === 'boxed') return keep(Object(value(first as Coded)))
    const constructors = globalThis as unknown as Record<string, new (argument: unknown) => Error>
    if (kind === 'view') {
      const View = constructors[String(first)]
      return View && keep(new View(buffer(second)))
    }
    const ErrorType = constructors[String(first)] ?? Error
    const error = keep(new ErrorType(String(second)))
    Object.defineProperty(error, 'stack', { value: third, configurable: true, writable: true })
    const [cause] = fourth as Coded[]
    if (cause !== undefined)
      Object.defineProperty(error, 'cause', { value: value(cause), configurable: true })
    return error
  }
  const value = (coded: Coded): unknown => {
    if (!Array.isArray(coded)) return coded
    if (coded[0] === 'at') return make(coded[1] as number)
    if (coded[0] === 'undefined') return undefined
    return coded[0] === 'bigint' ? BigInt(String(coded[1])) : Number(coded[1])
  }
  return value(root)
}
