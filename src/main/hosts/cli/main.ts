import { parseCommandLine } from './command-line.ts'
import { printFailure, printOutcome } from './print.ts'
import { verbs } from './verbs.ts'

/** `portbook VERB …`: the same operations in a terminal. Exit status 0 done, 1 the data says no, 2 wrong use. */
for (const stream of [process.stdout, process.stderr]) {
  // Who reads the output may have seen enough, as in `portbook report … | head`: that is no failure.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}
const json = process.argv.includes('--json')
try {
  const { verb, options } = parseCommandLine(process.argv.slice(2))
  const outcome = await verbs[verb](options)
  printOutcome(outcome, json)
  process.exitCode = outcome.sound ? 0 : 1
} catch (error) {
  process.exitCode = printFailure(error, json)
}
