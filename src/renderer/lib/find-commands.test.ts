import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { texts } from '../../shared/languages/index.ts'
import type { Command } from './commands.ts'
import { findCommands } from './find-commands.ts'
import { type Words, wordsIn } from './use-words.ts'

let chinese: Words
let english: Words

beforeAll(async () => {
  await i18next.init({
    resources: { en: { texts: texts.en }, 'zh-CN': { texts: texts['zh-CN'] } },
    defaultNS: 'texts',
    interpolation: { escapeValue: false },
  })
  chinese = wordsIn('zh-CN', i18next.getFixedT('zh-CN', 'texts'))
  english = wordsIn('en', i18next.getFixedT('en', 'texts'))
})

const command = (id: string, more: Partial<Command> & Pick<Command, 'words'>): Command => ({
  id,
  scope: 'window',
  run: () => {},
  ...more,
})
const commands = [
  command('day-sheet', { words: ({ t }) => t('app.daySheet') }),
  command('reports', { words: ({ t }) => t('app.reports') }),
  command('day-report', { words: ({ t }) => t('report.titles.day') }),
  command('dated', { words: ({ t }) => t('app.daySheet'), foundBy: '2024-08-31' }),
  command('key', { words: ({ t }) => t('app.daySheet'), keyOnly: true }),
]
const found = (typed: string, words: Words, recent: string[] = []) =>
  findCommands(commands.slice(0, typed.includes('2024') ? 5 : 3), typed, words, english, recent).map(
    (each) => each.command.id,
  )

test('a command is found by its words, by English ones and by the first letters of pinyin', () => {
  expect([
    found('日', chinese),
    found('sheet', chinese),
    found('RDJ', chinese),
    found('rep day', english),
    found('xyz', english),
  ]).toEqual([['day-sheet', 'day-report'], ['day-sheet'], ['day-sheet'], ['day-report'], []])
})

test('what was used last comes first, without a word and among equals', () => {
  expect([
    found('', english, ['reports']),
    found('', english),
    found('report', english, ['day-report']),
  ]).toEqual([
    ['reports', 'day-sheet', 'day-report'],
    ['day-sheet', 'reports', 'day-report'],
    ['day-report', 'reports'],
  ])
})

test('a date finds what is made for it, with or without other words', () => {
  expect([
    found('2024-08-31', english),
    found('sheet 2024-08-31', english),
    found('2024-08-31 hall', english),
  ]).toEqual([['dated'], ['dated'], []])
})

test('what cannot act now says why', () => {
  const refused = [command('undo', { words: () => 'Undo', refusal: ({ t }) => t('errors.nothing-to-undo') })]
  expect(findCommands(refused, 'un', english, english, []).map(({ refusal }) => refusal)).toEqual([
    'There is nothing to undo.',
  ])
})

test('a step to undo is found as what it is, not by the name of what was done', () => {
  const undo = command('undo', {
    words: () => 'Undo: new checkpoint East gate',
    soughtWords: ({ t }) => t('commands.undo'),
  })
  const place = command('place', { words: () => 'Count sheet of the East gate' })
  const ids = (typed: string) =>
    findCommands([undo, place], typed, english, english, ['undo']).map((each) => each.command.id)
  expect([ids('east'), ids('undo')]).toEqual([['place'], ['undo']])
})
