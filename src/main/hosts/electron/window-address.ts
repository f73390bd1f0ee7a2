/** The program's own scheme. Its origin is `app://portbook`, so the window has storage and a content policy of its own. */
export const windowScheme = 'app'
const windowHost = 'portbook'

export const windowAddress = `${windowScheme}://${windowHost}/`

/** True for an address of the program's own window; everything else is foreign, and so is what cannot be parsed. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address)
  return (
    url !== null &&
    url.protocol === `${windowScheme}:` &&
    url.host === windowHost &&
    url.username === '' &&
    url.password === ''
  )
}
