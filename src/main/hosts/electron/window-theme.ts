import { nativeTheme } from 'electron'
import { readWindowSettings } from '../../dispatch/window-settings.ts'

/** Makes frames, menus and the ground of a new window as light or dark as the user chose. */
export function setTheme(settingsFolder: string): void {
  nativeTheme.themeSource = readWindowSettings(settingsFolder).theme
}
