import { Menu } from 'electron'

/** No menu bar: the window has its own commands. macOS takes copy, paste and quit from a menu, so it keeps the standard ones. */
export function setMenu(): void {
  const menu =
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null
  Menu.setApplicationMenu(menu)
}
