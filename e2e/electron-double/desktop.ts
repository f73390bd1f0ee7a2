import { NotInDouble, refuseUnknown } from './refusal.ts'

/** The parts of a desktop that a headless browser has not: they take what the program says and show nothing. */
export const Menu = refuseUnknown('Menu', {
  setApplicationMenu(menu: object | null): void {
    if (menu !== null) throw new NotInDouble('application menu')
  },
  buildFromTemplate(_template: object[]): object {
    return refuseUnknown('Menu', {})
  },
})

export const nativeTheme = refuseUnknown('nativeTheme', {
  shouldUseDarkColors: false,
  themeSource: 'system',
})

export const dialog = refuseUnknown('dialog', {
  showErrorBox(title: string, content: string): void {
    console.error(`${title}: ${content}`)
  },
})
