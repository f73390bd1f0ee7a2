import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { WrongUse } from './command-line.ts'

/** Reads a file that the user wrote by hand. @throws WrongUse that says what is wrong and where */
export function readJsonFile<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  let text: string
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    throw new WrongUse(`${file} cannot be read`)
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new WrongUse(`${file} is not JSON: ${error instanceof Error ? error.message : ''}`)
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new WrongUse(`${file}:\n${z.prettifyError(parsed.error)}`)
}
