/** Apart from the contract, so that the window can name them without its schemas. */
export const themes = ['system', 'light', 'dark'] as const

/** More tables than the window has. */
export const mostTables = 20
