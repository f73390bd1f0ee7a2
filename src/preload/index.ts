import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { Bridge, DeskEvent } from '../shared/bridge.ts'
import { eventChannel, invokeChannel } from './channels.ts'

const bridge: Bridge = {
  invoke: (operation, input) => ipcRenderer.invoke(invokeChannel, operation, input),
  onEvent(listener) {
    const forward = (_event: IpcRendererEvent, event: DeskEvent) => listener(event)
    ipcRenderer.on(eventChannel, forward)
    return () => {
      ipcRenderer.off(eventChannel, forward)
    }
  },
}

contextBridge.exposeInMainWorld('portbook', bridge)
