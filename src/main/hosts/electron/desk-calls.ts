import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { eventChannel, invokeChannel } from '../../../preload/channels.ts'
import type { Desk } from '../../dispatch/desk.ts'
import { isOwnAddress } from './window-address.ts'

/** Answers the windows' calls from the desk; a call that comes before the desk has started waits for it. */
export function answerWindows(desk: Promise<Desk>): void {
  ipcMain.handle(invokeChannel, async (event, operation: unknown, input: unknown) => {
    if (!comesFromOwnWindow(event)) throw new Error('refused: not a window of this program')
    if (typeof operation !== 'string') throw new Error('refused: an operation is called by its name')
    return (await desk).call(operation, input)
  })
}

/** Tells every open window what happened below it. */
export function tellWindows(desk: Desk): void {
  desk.onEvent((event) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(eventChannel, event)
  })
}

/** Checked before the first await: later the frame may have navigated, and the event would not say from where it came. */
function comesFromOwnWindow(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isOwnAddress(frame.url)
}
