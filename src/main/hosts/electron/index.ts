import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app } from 'electron'
import { startDesk } from '../../dispatch/desk.ts'
import { keepLastBook, readLastBook } from '../../dispatch/last-book.ts'
import { bookArgument } from './book-argument.ts'
import { closeDeskBeforeEnd } from './closing.ts'
import { answerWindows, tellWindows } from './desk-calls.ts'
import { guardWebContents, refusePermissions } from './guard.ts'
import { setMenu } from './menu.ts'
import { printPage } from './print-page.ts'
import { failStart } from './start-failure.ts'
import { focusWindow, openWindow } from './window.ts'
import { registerWindowScheme, serveWindowScheme } from './window-scheme.ts'
import { setTheme } from './window-theme.ts'

/** Places in the built program, seen from `out/main`. */
const preload = fileURLToPath(new URL('../preload/index.cjs', import.meta.url))
const rendererFolder = fileURLToPath(new URL('../renderer/', import.meta.url))

function run(): void {
  const settingsFolder = app.getPath('userData')
  const desk = startDesk({
    book: bookArgument(process.argv, process.cwd()) ?? readLastBook(settingsFolder),
    booksFolder: join(app.getPath('documents'), 'Portbook'),
    settingsFolder,
    threadScript: new URL('./book-thread.js', import.meta.url),
    program: 'electron',
    printPage,
  })
  registerWindowScheme()
  guardWebContents()
  answerWindows(desk)
  closeDeskBeforeEnd(desk)
  app.on('second-instance', focusWindow)
  app.on('window-all-closed', () => app.quit())

  // Not awaited at the top level: Electron is ready only after this module has been evaluated.
  const shown = app.whenReady().then(() => {
    setMenu()
    setTheme(settingsFolder)
    refusePermissions()
    serveWindowScheme(rendererFolder)
    openWindow(preload)
  })
  Promise.all([desk, shown])
    .then(([started]) => {
      tellWindows(started)
      started.onEvent(({ kind }) => {
        if (kind === 'settings') setTheme(settingsFolder)
      })
      return keepLastBook(started, settingsFolder)
    })
    .catch(failStart)
}

// Whoever is second has already handed over to the first, which shows its window.
if (app.requestSingleInstanceLock()) run()
else app.quit()
