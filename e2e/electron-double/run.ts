import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

/** `node run.ts MAIN ARGUMENTS…` runs a built main process as `electron MAIN ARGUMENTS…` would. */
const double = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    // Never the real package: outside Electron it tries to download its binary.
    const isElectron = specifier === 'electron' || specifier.startsWith('electron/')
    return isElectron ? { url: double, shortCircuit: true } : next(specifier, context)
  },
})

const [node = '', , main = '', ...args] = process.argv
process.argv = [node, main, ...args]

const { becomeReady } = await import('./app.ts')
await import(pathToFileURL(main).href)
// As in Electron, the app is ready only after the main module has been evaluated to its end.
await becomeReady()
