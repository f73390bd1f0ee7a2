import type { Theme } from '../../shared/contract/window-settings.ts'
import { changeWindowSettings, windowSettings } from './window-settings.ts'

/** Light, dark, or as the system is. */
export function switchTheme(theme: Theme): void {
  changeWindowSettings({ theme })
}

function showTheme(): void {
  const { theme } = windowSettings.get()
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/** Shows the chosen theme, now and whenever another one is chosen here or in another window. */
export function startTheme(): void {
  showTheme()
  windowSettings.subscribe(showTheme)
}
