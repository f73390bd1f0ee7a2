import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import './lib/i18n.ts'
import './ui/theme.css'
import './ui/controls.css'
import './app/app.css'
import './areas/day-sheet/day-sheet.css'
import './areas/day-sheet/count-grid.css'
import './areas/day-sheet/count-cell.css'
import './areas/day-sheet/cell-panel.css'
import './areas/reports/reports.css'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
