/** The screens of the window as the rail lists them, each with the digit that shows it; the shell renders each by its id. */
export const screens = [
  { id: 'day-sheet', label: 'app.daySheet', digit: 1 },
  { id: 'crossings', label: 'app.crossings', digit: 2 },
  { id: 'staffing', label: 'app.staffing', digit: 3 },
  { id: 'declarations', label: 'app.declarations', digit: 4 },
  { id: 'reports', label: 'app.reports', digit: 5 },
  { id: 'settings', label: 'app.settings', digit: 7 },
] as const

export type ScreenId = (typeof screens)[number]['id']
