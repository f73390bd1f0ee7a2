import type { Page } from '@playwright/test'
import { askDesk } from './ask-desk.ts'

const always = { from: null, to: null }

/** The channels that the ready-made Jeminay has in its passenger hall. */
export const hallChannels = ['m1', 'm2', 'm3', 'e1', 'e2']

/** Gives Jeminay's passenger hall three officers, and says how its openings are staffed. */
export async function staffHall(page: Page, heads: 'counted' | 'named' = 'counted'): Promise<void> {
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
