import { refuseUnknown } from './refusal.ts'

/** What a listener of `app`, a window or its contents gets first: an event that it may prevent, with its details. */
export type EmittedEvent<Details extends object> = Details & {
  preventDefault(): void
  readonly defaultPrevented: boolean
}

export function emittedEvent<Details extends object>(name: string, details: Details): EmittedEvent<Details> {
  let prevented = false
  const event = {
    preventDefault: () => {
      prevented = true
    },
    get defaultPrevented() {
      return prevented
    },
  }
  // Getters stay getters: who sent a message is asked when it is read.
  Object.defineProperties(event, Object.getOwnPropertyDescriptors(details))
  return refuseUnknown(`event ${name}`, event as EmittedEvent<Details>)
}
