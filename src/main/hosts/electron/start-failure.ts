import { app, dialog } from 'electron'

/** In all four languages, because the window that knows the user's language has not opened. */
const sentences = [
  'Portbook 无法启动。',
  'Portbook could not start.',
  'Portbook не удалось запустить.',
  'Portbook іске қосылмады.',
]

/** Logs a bug that kept the program from starting, says so without its internals, and ends the program. */
export function failStart(error: unknown): void {
  console.error('Portbook could not start', error)
  dialog.showErrorBox('Portbook', sentences.join('\n'))
  app.exit(1)
}
