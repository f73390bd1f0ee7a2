import type { InputOf, OperationName, OutputOf } from '../../shared/contract/index.ts'
import type { Answer } from '../../shared/errors.ts'
import { bridge } from './bridge.ts'
import { createStore } from './store.ts'

/** Whether the last call found nobody at the other end. */
export const connectionLost = createStore(false)

const nobodyAnswered: Answer<never> = { ok: false, error: { code: 'host-gone', details: {} } }

/**
 * Calls one operation of the contract.
 * @returns its output, or the failure that the user can understand
 * @throws when nobody answers; `connectionLost` then says so until a call is answered again
 */
export async function call<Name extends OperationName>(
  operation: Name,
  input: InputOf<Name>,
): Promise<Answer<OutputOf<Name>>> {
  // The schema of every output is checked below the window; here the contract's types are trusted.
  const answer = (await bridge.invoke(operation, input).catch(() => nobodyAnswered)) as Answer<OutputOf<Name>>
  const lost = !answer.ok && answer.error.code === 'host-gone'
  connectionLost.set(lost)
  if (lost) throw new Error('nobody answered')
  return answer
}
