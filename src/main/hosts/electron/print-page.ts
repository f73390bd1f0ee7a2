import { BrowserWindow } from 'electron'
import { AppError } from '../../../shared/errors.ts'

/**
 * A page of HTML as PDF, printed by Electron itself in a window that nobody sees, in which no script runs.
 * @throws AppError printing-failed
 */
export async function printPage(html: string): Promise<Uint8Array<ArrayBuffer>> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      javascript: false,
    },
  })
  try {
    await window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`)
    return Uint8Array.from(await window.webContents.printToPDF({ preferCSSPageSize: true }))
  } catch (error) {
    console.error(error)
    throw new AppError('printing-failed')
  } finally {
    window.destroy()
  }
}
