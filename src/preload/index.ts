import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import type { Bridge, DeskEvent } from '../shared/bridge.ts'
import { eventChannel, invokeChannel } from './channels.ts'

const bridge: Bridge = {
  invoke: (operation, input) => ipcRenderer.invoke(invokeChannel, operation, input),
  async fileFor(file) {
    const path = webUtils.getPathForFile(file)
    // What has no path was made by a page and never lay on a disk.
    return path === ''
      ? { ok: false, error: { code: 'file-missing', details: { file: file.name } } }
      : { ok: true, output: path }
  },
  onEvent(listener) {
    const forward = (_event: IpcRendererEvent, event: DeskEvent) => listener(event)
    ipcRenderer.on(eventChannel, forward)
    return () => {
      ipcRenderer.off(eventChannel, forward)
    }
  },
}

contextBridge.exposeInMainWorld('portbook', bridge)
