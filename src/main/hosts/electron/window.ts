import { BrowserWindow, nativeTheme } from 'electron'
import { windowAddress } from './window-address.ts'
import { windowGround } from './window-ground.ts'

/** Opens the program's window, shown once it has something to show. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Portbook',
    width: 1360,
    height: 880,
    minWidth: 960,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? windowGround.dark : windowGround.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // The spell checker would fetch its dictionaries from the network.
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  // A page that failed to load says so in the log; the window must not hide for ever because of it.
  window.loadURL(windowAddress).catch((error: unknown) => {
    console.error('the window could not be loaded', error)
    if (!window.isDestroyed()) window.show()
  })
  return window
}

/** Brings the window that is already open to the front. */
export function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window === undefined) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
