import { expect, test } from 'vitest'
import { MappingFile } from '../../../../shared/mapping-file.ts'
import { plainMapping } from '../../../testing/import-file.ts'
import { testBook } from '../../../testing/test-book.ts'

const mapping = MappingFile.parse(plainMapping)
const other = MappingFile.parse({ ...plainMapping, skipRows: 3 })

test('mappings are kept by name, replaced under the same name, removed, and each of it undone', async () => {
  const book = testBook()
  const undo = async () => {
    const { undo } = await book.done('readUndoSteps', {})
    await book.done('undo', { batch: undo?.batch ?? 0 })
    return undo?.operation
  }
  await book.done('saveMapping', { name: '日报', mapping })
  await book.done('saveMapping', { name: 'Daily', mapping })
  await book.done('saveMapping', { name: 'Daily', mapping: other })
  const kept = await book.done('listMappings', {})
  await book.done('removeMapping', { name: 'Daily' })
  const removed = await book.done('listMappings', {})
  const undone = [await undo(), await undo()]
  expect({ kept, removed, undone, left: await book.done('listMappings', {}) }).toEqual({
    kept: [
      { name: 'Daily', mapping: other },
      { name: '日报', mapping },
    ],
    removed: [{ name: '日报', mapping }],
    undone: ['removeMapping', 'saveMapping'],
    left: [
      { name: 'Daily', mapping },
      { name: '日报', mapping },
    ],
  })
})

test('a mapping that the book does not have cannot be removed', async () => {
  expect(await testBook().call('removeMapping', { name: 'Daily' })).toEqual({
    ok: false,
    error: { code: 'mapping-missing', details: { name: 'Daily' } },
  })
})
