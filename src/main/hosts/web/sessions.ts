import { newSecret, sameSecret } from './secrets.ts'

/** Long enough for a browser that starts slowly, or for a link that is copied by hand. */
export const tokenLifeMs = 5 * 60_000

/** One-time tokens that open a window, and the sessions of the windows that are open. */
export interface Sessions {
  issueToken(): string
  /** A session for a token that is known, unused and young enough; null otherwise. */
  exchange(token: string): string | null
  isOpen(session: string | undefined): boolean
}

export function createSessions(now: () => number = Date.now): Sessions {
  const tokens = new Map<string, number>()
  const sessions = new Set<string>()

  const find = (values: Iterable<string>, wanted: string) => {
    for (const value of values) if (sameSecret(value, wanted)) return value
    return null
  }
  const dropExpired = () => {
    for (const [token, issuedAt] of tokens) if (now() - issuedAt > tokenLifeMs) tokens.delete(token)
  }

  return {
    issueToken() {
      dropExpired()
      const token = newSecret()
      tokens.set(token, now())
      return token
    },
    exchange(wanted) {
      dropExpired()
      const token = find(tokens.keys(), wanted)
      if (token === null) return null
      tokens.delete(token)
      const session = newSecret()
      sessions.add(session)
      return session
    },
    isOpen(session) {
      return session !== undefined && find(sessions, session) !== null
    },
  }
}
