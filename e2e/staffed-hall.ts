import type { Page } from '@playwright/test'
import { askDesk } from './ask-desk.ts'

const always = { from: null, to: null }

/** Gives Jeminay's passenger hall three manual channels, two e-gates and three officers, as the settings would. */
export async function staffHall(page: Page, heads: 'counted' | 'named' = 'counted'): Promise<void> {
  const channel = {
    checkpoint: 'passenger-hall',
    directions: ['entry', 'exit'],
    eligible: null,
    ...always,
  } as const
  for (const number of [1, 2, 3]) {
    await askDesk(page, 'addChannel', {
      ...channel,
      channel: `m${number}`,
      names: { en: `M${number}`, 'zh-CN': `M${number}` },
      kind: 'manual',
      directions: ['entry', 'exit'],
    })
  }
  for (const number of [1, 2]) {
    await askDesk(page, 'addChannel', {
      ...channel,
      channel: `e${number}`,
      names: { en: `E${number}`, 'zh-CN': `E${number}` },
      kind: 'e-gate',
      directions: ['entry', 'exit'],
      eligible: ['mainland'],
    })
  }
  for (const officer of ['0231', '0244', '0250']) {
    await askDesk(page, 'addOfficer', { officer, name: null, kinds: ['manual'], ...always, teams: [] })
  }
  await askDesk(page, 'keepStaffingRule', {
    checkpoint: 'passenger-hall',
    from: null,
    heads,
    longestDutyMinutes: 240,
    target: { minutes: 30, percent: null },
  })
}

/** The morning of a day as it was worked, and as it was planned. */
export async function recordMorning(page: Page, date: string): Promise<unknown> {
  const place = { checkpoint: 'passenger-hall', date, shift: 'morning' }
  const opening = (
    channel: string,
    direction: 'entry' | 'exit',
    startsMinute: number,
    endsMinute: number,
    headCount: number | null,
    plan: 'planned' | 'actual' = 'actual',
  ) => ({ channel, plan, direction, startsMinute, endsMinute, headCount })
  return askDesk(page, 'recordOpenings', {
    ...place,
    openings: [
      opening('m1', 'entry', 600, 880, 2),
      opening('m2', 'entry', 600, 732, 1),
      opening('m3', 'exit', 600, 845, 2),
      opening('e1', 'entry', 720, 890, null),
      opening('e2', 'exit', 600, 900, null),
      opening('m1', 'entry', 600, 900, 2, 'planned'),
      opening('m2', 'entry', 600, 780, 1, 'planned'),
      opening('m3', 'exit', 600, 900, 2, 'planned'),
    ],
  })
}
