// The web host opens the window in the same browser that the tests drive, so the search lives there.
export { findBrowser } from '../src/main/hosts/web/find-browser.ts'
