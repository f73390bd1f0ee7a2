/** The stand-in for the module `electron`, as the main process imports it; a name that is missing here does not link. */
export { app } from './app.ts'
export { protocol } from './app-scheme.ts'
export { BrowserWindow } from './browser-window.ts'
export { dialog, Menu, nativeTheme } from './desktop.ts'
export { ipcMain } from './ipc-main.ts'
export { session } from './session.ts'
