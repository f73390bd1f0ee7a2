import { expect, test } from 'vitest'
import { PortFile } from '../../../shared/port-file.ts'
import { testBook } from '../../testing/test-book.ts'
import { testPort } from '../../testing/test-port.ts'

test('A duty of 24 hours, 08:00 to 08:00, is counted in two parts, on the date it began and the next', async () => {
  const duty = { code: 'duty', names: { en: 'Duty' }, starts: '08:00', ends: '08:00' }
  const checkpoints = testPort.checkpoints.map((checkpoint) => ({ ...checkpoint, shifts: [duty] }))
  const book = testBook(PortFile.parse({ ...testPort, checkpoints }))
  const sheet = await book.done('readDaySheet', { checkpoint: 'hall', date: '2025-02-03', shift: 'duty' })
  expect(sheet.columns.filter(({ direction }) => direction === 'entry')).toEqual([
    {
      direction: 'entry',
      date: '2025-02-03',
      period: 'duty/1',
      from: '08:00',
      to: '24:00',
      openAfterAll: false,
    },
    {
      direction: 'entry',
      date: '2025-02-04',
      period: 'duty/2',
      from: '00:00',
      to: '08:00',
      openAfterAll: false,
    },
  ])
})
