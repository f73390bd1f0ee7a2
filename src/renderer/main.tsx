import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { startLanguage } from './lib/i18n.ts'
import { startTheme } from './lib/theme.ts'
import { readWindowSettings } from './lib/window-settings.ts'
import './ui/theme.css'
import './ui/controls.css'
import './app/app.css'
import './app/first-start/first-start.css'
import './areas/day-sheet/day-sheet.css'
import './areas/day-sheet/count-grid.css'
import './areas/day-sheet/count-cell.css'
import './areas/day-sheet/cell-panel.css'
import './areas/reports/report-header.css'
import './areas/reports/paper.css'
import './areas/reports/print.css'

/** Nothing is shown before the language and the theme are known: no text flashes in another one. */
async function start(): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no root')
  await readWindowSettings()
  startTheme()
  await startLanguage()
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

void start()
