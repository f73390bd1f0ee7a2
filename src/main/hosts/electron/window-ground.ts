/** What is seen between the window's first pixel and the page's: the page's own ground, so that nothing flashes. */
export const windowGround = { light: '#fbfaf7', dark: '#14181d' }
