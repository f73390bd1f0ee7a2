import type { Page } from '@playwright/test'
import type { InputOf, OperationName } from '../src/shared/contract/index.ts'

/** Runs an operation behind the back of the window that is shown, as another window would. @returns its answer */
export function askDesk<Name extends OperationName>(
  page: Page,
  operation: Name,
  input: InputOf<Name>,
): Promise<unknown> {
  return page.evaluate(`(async (operation, input) => {
    if (window.portbook) return window.portbook.invoke(operation, input)
    const session = sessionStorage.getItem('portbook-session')
    const headers = { 'content-type': 'application/json', 'x-portbook-session': session }
    const answer = await fetch('/invoke/' + operation, { method: 'POST', headers, body: JSON.stringify(input) })
    return answer.json()
  })(${JSON.stringify(operation)}, ${JSON.stringify(input)})`)
}
