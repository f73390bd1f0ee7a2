import { readFileSync } from 'node:fs'
import vm from 'node:vm'
import { expect, test } from 'vitest'

const file = new URL('require-node.cjs', import.meta.url)

/** Runs the check as if on another Node; answers what it printed and how it ended. */
function runOn(version: string): { printed: string; status: number | null } {
  let printed = ''
  let status: number | null = null
  const process = {
    versions: { node: version },
    stderr: { write: (text: string) => (printed += text) },
    exit: (code: number) => (status = code),
  }
  vm.runInNewContext(readFileSync(file, 'utf8'), { process, Number })
  return { printed, status }
}

test.each(['0.12.18', '16.20.2', '20.20.2', '22.17.1'])(
  'Node %s is told to be too old in one line',
  (version) => {
    expect(runOn(version)).toEqual({
      printed: `Portbook needs Node.js 22.18 or newer; this is ${version}. See README.md.\n`,
      status: 2,
    })
  },
)

test.each(['22.18.0', '22.20.0', '24.0.0', '24.21.0', '26.1.0'])('Node %s is good', (version) => {
  expect(runOn(version)).toEqual({ printed: '', status: null })
})

test('the check says so in words that every Node can read', () => {
  const script = readFileSync(file, 'utf8').replaceAll(/^\/\/.*$/gm, '')
  expect(script).not.toMatch(/\b(const|let|class|async|import)\b|=>|`|\?\.|\?\?/)
})

test('the check asks for the same Node as package.json', () => {
  const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const needed = /needed = \[(\d+), (\d+)\]/.exec(readFileSync(file, 'utf8'))
  expect(engines.node).toBe(`>=${needed?.[1]}.${needed?.[2]}`)
})
