import { findBrowser } from '../../browser/find-browser.ts'
import { writeLinkPage } from './link-page.ts'
import { openBrowser } from './open-browser.ts'

/** Opens the window in a browser, or prints its link where there is no browser or none is wanted. */
export async function showWindow(link: string, stateFolder: string, withBrowser: boolean): Promise<void> {
  const page = withBrowser ? await openPage(link, stateFolder) : null
  process.stdout.write(
    page === null
      ? `Portbook: ${link}\n`
      : `Portbook opens in your browser. If nothing appears, open ${page}\n`,
  )
}

async function openPage(link: string, stateFolder: string): Promise<string | null> {
  try {
    const browser = findBrowser()
    const page = writeLinkPage(stateFolder, browser, link)
    return (await openBrowser(page, browser)) ? page : null
  } catch (error) {
    // A folder that cannot be written to must not keep the window shut.
    console.error(error)
    return null
  }
}
