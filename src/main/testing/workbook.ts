import { crc32, deflateRawSync } from 'node:zlib'

/** A sheet of a workbook made by hand: its rows as XML, as Excel and others write them. */
export interface SheetXml {
  name?: string
  state?: 'hidden' | 'veryHidden'
  rows: string
  /** References of merged areas, such as `A1:C1`. */
  merged?: string[]
}

export interface WorkbookXml {
  sheets: SheetXml[]
  /** Inner XML of each shared string. */
  strings?: string[]
  from1904?: boolean
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** Style 1 is a date of Excel's own, style 2 one of ours, style 3 a number with red colour and a word with `d`. */
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="165" formatCode="[Red]#,##0&quot; day&quot;"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`

/** The parts of a workbook by their names. */
export function workbookParts({ sheets, strings = [], from1904 = false }: WorkbookXml): Map<string, string> {
  const numbered = sheets.map((sheet, at) => ({ ...sheet, name: sheet.name ?? `Sheet${at + 1}`, id: at + 1 }))
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  const parts = new Map([
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packaged}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${numbered
        .map(
          ({ name, state, id }) =>
            `<sheet name="${name}" sheetId="${id}"${state ? ` state="${state}"` : ''} r:id="rId${id}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packaged}">${numbered
        .map(({ id }) => relation(`rId${id}`, 'worksheet', `worksheets/sheet${id}.xml`))
        .join(
          '',
        )}${relation('rId98', 'styles', 'styles.xml')}${relation('rId99', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ],
    ['xl/styles.xml', styles],
    [
      'xl/sharedStrings.xml',
      `${head}<sst xmlns="${main}">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    ],
  ])
  for (const { id, rows, merged = [] } of numbered) {
    const areas = merged.map((area) => `<mergeCell ref="${area}"/>`).join('')
    parts.set(
      `xl/worksheets/sheet${id}.xml`,
      `${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${areas && `<mergeCells count="${merged.length}">${areas}</mergeCells>`}</worksheet>`,
    )
  }
  return parts
}

/** A workbook as a file's bytes. */
export function workbookBytes(workbook: WorkbookXml): Buffer {
  return zipOf(workbookParts(workbook))
}

/** A zip file of these parts. */
export function zipOf(parts: ReadonlyMap<string, string | Buffer>): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of parts) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x0800, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(bytes.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    central.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), fields, tail, Buffer.from(name)]),
    )
    local.push(entry)
    offset += entry.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.size, 4)
  end.writeUInt16LE(parts.size, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06'), end])
}

/** Rows of cells, each written as `A1`-less XML: a number, or text kept in its cell. */
export function rowsXml(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows
    .map((cells) => {
      const inner = cells.map((cell) => {
        if (cell === null) return '<c/>'
        return typeof cell === 'number'
          ? `<c><v>${cell}</v></c>`
          : `<c t="inlineStr"><is><t>${cell}</t></is></c>`
      })
      return `<row>${inner.join('')}</row>`
    })
    .join('')
}
