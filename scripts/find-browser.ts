// The program opens and prints in the same browser that the tests drive, so the search lives there.
export { findBrowser } from '../src/main/browser/find-browser.ts'
