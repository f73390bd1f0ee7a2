import { posix } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { readXml } from './read-xml.ts'
import type { WorkbookParts } from './workbook-parts.ts'

export interface WorkbookSheet {
  name: string
  hidden: boolean
  /** The part that has its rows. */
  part: string
}

export interface WorkbookInfo {
  sheets: WorkbookSheet[]
  /** Whether dates are counted from 1904, as Excel for the Mac did. */
  from1904: boolean
  sharedStrings: string | null
  styles: string | null
}

const nothing = (): void => undefined

/**
 * The sheets of a workbook and where its parts are.
 * @throws AppError not-a-table where it is another kind of zip file, workbook-old where it is a binary workbook
 */
export async function readWorkbookInfo(parts: WorkbookParts): Promise<WorkbookInfo> {
  const roots = await relations(parts, '')
  const workbook = [...roots.values()].find(({ type }) => type === 'officeDocument')?.target
  if (!workbook || !parts.has(workbook)) throw new AppError('not-a-table', { file: parts.file })
  // Excel's binary workbook (.xlsb) is such a zip file too.
  if (workbook.endsWith('.bin')) throw new AppError('workbook-old', { file: parts.file })
  const found = await relations(parts, workbook)
  const info: WorkbookInfo = { sheets: [], from1904: false, sharedStrings: null, styles: null }
  readXml(parts.file, await parts.text(workbook), {
    open: (name, attributes) => {
      if (name === 'workbookPr') info.from1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => /:id$/i.test(key))?.[1]
      const relation = id === undefined ? undefined : found.get(id)
      // A sheet that is a chart has no cells.
      if (relation?.type !== 'worksheet' || !parts.has(relation.target)) return
      const hidden = (attributes.state ?? 'visible') !== 'visible'
      info.sheets.push({ name: attributes.name ?? '', hidden, part: relation.target })
    },
    text: nothing,
    close: nothing,
  })
  for (const { type, target } of found.values()) {
    if (type === 'sharedStrings' && parts.has(target)) info.sharedStrings = target
    if (type === 'styles' && parts.has(target)) info.styles = target
  }
  if (info.sheets.length === 0) throw new AppError('not-a-table', { file: parts.file })
  return info
}

/** The parts that a part refers to, by their id. */
async function relations(
  parts: WorkbookParts,
  part: string,
): Promise<Map<string, { type: string; target: string }>> {
  const folder = posix.dirname(part)
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  const found = new Map<string, { type: string; target: string }>()
  readXml(parts.file, await parts.text(name), {
    open: (tag, { Id, Type = '', Target = '' }) => {
      if (tag !== 'Relationship' || Id === undefined) return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target })
    },
    text: nothing,
    close: nothing,
  })
  return found
}

/** For each style of cells: whether it shows numbers as dates. */
export async function readDateStyles(parts: WorkbookParts, part: string | null): Promise<boolean[]> {
  const styles: boolean[] = []
  if (part === null) return styles
  const formats = new Map<number, string>()
  let inCells = false
  readXml(parts.file, await parts.text(part), {
    open: (name, attributes) => {
      const id = Number(attributes.numFmtId ?? 0)
      if (name === 'numFmt') formats.set(id, attributes.formatCode ?? '')
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) {
        const format = formats.get(id)
        styles.push(format === undefined ? builtInDates.has(id) : showsDate(format))
      }
    },
    text: nothing,
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

/** Excel's own formats with a day or a month in them, those of Chinese, Japanese and Korean included. */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])

/** Whether a format has a year, or a day, outside of texts and colours. */
function showsDate(format: string): boolean {
  return /[yd]|e/i.test(
    format
      .replace(/"[^"]*"|\\.|_.|\*./g, '')
      .replace(/\[[^\]]*\]/g, '')
      .replace(/general|0e[+-]0+|[0#?]e[+-]/gi, ''),
  )
}
