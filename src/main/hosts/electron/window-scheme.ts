import { protocol } from 'electron'
import { windowScheme } from './window-address.ts'
import { serveWindowFile } from './window-files.ts'

/** Must run before the app is ready. `codeCache` keeps compiled scripts from one start to the next. */
export function registerWindowScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: windowScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/** Serves the built renderer's folder under `app://portbook/`; must run once the app is ready. */
export function serveWindowScheme(folder: string): void {
  protocol.handle(windowScheme, (request) => serveWindowFile(folder, request.method, request.url))
}
