import { expect, test } from 'vitest'
import { namesOn, namingOn } from './dated-names.ts'

test('a later naming holds from its date, and leaves the languages that it does not name', () => {
  const dated = [
    { from: null, names: { en: 'Hall', ru: 'Зал' } },
    { from: '2024-03-01', names: { en: 'Passenger hall' } },
  ]
  expect(['2024-02-29', '2024-03-01'].map((date) => [namingOn(dated, date), namesOn(dated, date)])).toEqual([
    [null, { en: 'Hall', ru: 'Зал' }],
    ['2024-03-01', { en: 'Passenger hall', ru: 'Зал' }],
  ])
})
