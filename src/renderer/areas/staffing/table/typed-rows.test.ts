import { expect, test } from 'vitest'
import type { Board } from '../../../../shared/contract/staffing.ts'
import { readBlock, readChannel, readDirection, readRow } from './typed-rows.ts'

const channel = (code: string, english: string, chinese: string) => ({
  channel: code,
  names: { en: english, 'zh-CN': chinese },
  directions: ['exit', 'entry'],
})
const board = {
  startsMinute: 600,
  endsMinute: 1200,
  shifts: [
    { shift: 'morning', startsMinute: 600, endsMinute: 900 },
    { shift: 'afternoon', startsMinute: 900, endsMinute: 1200 },
  ],
  channels: [channel('m1', 'Manual 1', '人工1'), channel('m10', 'Manual 10', '人工10')],
  rule: { heads: 'counted' },
} as unknown as Board

const codeOf = (text: string): string | undefined => readChannel(text, board.channels)?.channel

test('a channel is its code, its name in any language, or a beginning that only one has', () => {
  expect(['M1', 'manual 10', '人工１', 'Ｍ１０', 'man', '', 'x'].map(codeOf)).toEqual([
    'm1',
    'm10',
    'm1',
    'm10',
    undefined,
    undefined,
    undefined,
  ])
})

test('a direction is its word in any language, or a beginning that only one has', () => {
  expect(['Entry', 'ex', '入境', '出', 'Выезд', 'въ', 'Кіру', 'e', 'в', ''].map(readDirection)).toEqual([
    'entry',
    'exit',
    'entry',
    'exit',
    'exit',
    'entry',
    'entry',
    null,
    null,
    null,
  ])
})

test('a line is an opening of the shift that its time lies in; what is left out is what the channel does first', () => {
  const read = readRow({ channel: 'm1', direction: '', times: '15-18', who: '2' }, board, 'planned')
  expect(read).toEqual({
    ok: true,
    opening: {
      opening: expect.any(String),
      shift: 'afternoon',
      channel: 'm1',
      plan: 'planned',
      direction: 'exit',
      startsMinute: 900,
      endsMinute: 1080,
      headCount: 2,
      duties: [],
    },
  })
})

test('the cell that cannot be read is named with its line, and a head of a block is none', () => {
  const text =
    'Channel\tDirection\tFrom–to\tOfficers\nm1\tentry\t10-12\t1\n\nm1\tup\t13-14\t1\nm10\texit\tsoon\t2\nm10\texit\t10-11\tmany people'
  const { openings, lines, problems } = readBlock(text, board, 'actual')
  expect(openings.map((each) => [each.channel, each.startsMinute, each.endsMinute])).toEqual([
    ['m1', 600, 720],
  ])
  expect(lines).toEqual([2])
  expect(problems).toEqual([
    { column: 'direction', text: 'up', line: 4 },
    { column: 'times', text: 'soon', line: 5 },
    { column: 'who', text: 'many people', line: 6 },
  ])
})

test('a number is a staff number where the port names officers', () => {
  const named = { ...board, rule: { ...board.rule, heads: 'named' as const } }
  const row = { channel: 'm1', direction: 'entry', times: '10-12', who: '0231' }
  const read = readRow(row, named, 'actual')
  expect(read.ok && [read.opening.headCount, read.opening.duties.map(({ officer }) => officer)]).toEqual([
    null,
    ['0231'],
  ])
})

test('a single pasted line of which nothing can be read is refused, not taken for a head', () => {
  const { openings, problems } = readBlock('\n=1+1\t=2\t=3\t=4\n', board, 'actual')
  expect({ openings, problems }).toEqual({
    openings: [],
    problems: [{ column: 'channel', text: '=1+1', line: 2 }],
  })
})
