import type { Session as CdpSession } from './cdp.ts'
import { refuseUnknown } from './refusal.ts'

type RequestHandler = (
  contents: object,
  permission: string,
  answer: (granted: boolean) => void,
  details: object,
) => void
type CheckHandler = (contents: object | null, permission: string, origin: string, details: object) => boolean
type DeviceHandler = (details: object) => boolean

let askRequest: RequestHandler | null = null
let askCheck: CheckHandler | null = null

/** Chromium's names for permissions, and Electron's. */
const permissions: Record<string, string> = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  camera: 'media',
  microphone: 'media',
  midi: 'midi',
  'clipboard-read': 'clipboard-read',
  'clipboard-write': 'clipboard-sanitized-write',
  'local-fonts': 'local-fonts',
  'window-management': 'window-management',
  'idle-detection': 'idle-detection',
}

/**
 * Settles every permission for an origin before its page loads: a browser that is driven from outside cannot ask at
 * the moment a page asks. Without handlers everything is granted, as in Electron.
 */
export async function settlePermissions(root: CdpSession, contents: object, origin: string): Promise<void> {
  for (const [name, permission] of Object.entries(permissions)) {
    let granted = askCheck?.(null, permission, origin, refuseUnknown('permission details', {})) ?? true
    if (granted && askRequest) {
      granted = false
      const answer = (given: boolean): void => {
        granted = given
      }
      askRequest(contents, permission, answer, refuseUnknown('permission details', {}))
    }
    await root.send('Browser.setPermission', {
      permission: { name },
      setting: granted ? 'granted' : 'denied',
      origin,
    })
  }
}

export const session = refuseUnknown('session', {
  defaultSession: refuseUnknown('session.defaultSession', {
    setPermissionRequestHandler(handler: RequestHandler | null): void {
      askRequest = handler
    },
    setPermissionCheckHandler(handler: CheckHandler | null): void {
      askCheck = handler
    },
    // A headless browser has no devices to choose from, so nothing ever asks.
    setDevicePermissionHandler(_handler: DeviceHandler | null): void {},
  }),
})
