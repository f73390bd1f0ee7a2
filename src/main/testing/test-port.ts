import { PortFile, type PortFileInput } from '../../shared/port-file.ts'

const input: PortFileInput = {
  format: 1,
  code: 'testport',
  names: { en: 'Test Port', 'zh-CN': '测试口岸' },
  renamed: [{ from: '2025-06-01', names: { en: 'New Test Port', 'zh-CN': '新测试口岸' } }],
  zone: 'Asia/Shanghai',
  languages: ['zh-CN', 'en'],
  lines: [
    { code: 'domestic', names: { en: 'Domestic' }, unit: 'persons', totals: ['passengers', 'persons'] },
    {
      code: 'foreign',
      names: { en: 'Foreign' },
      renamed: [{ from: '2025-03-15', names: { en: 'Foreign nationals' } }],
      unit: 'persons',
      totals: ['passengers', 'persons'],
    },
    { code: 'crew', names: { en: 'Crew' }, unit: 'persons', totals: ['persons'] },
    { code: 'diplomats', names: { en: 'of which diplomats' }, unit: 'persons', partOf: { line: 'foreign' } },
    {
      code: 'e-gate',
      names: { en: 'of which by e-gate' },
      unit: 'persons',
      partOf: { total: 'passengers' },
    },
    { code: 'buses', names: { en: 'Buses' }, unit: 'vehicles', totals: ['vehicles'] },
    { code: 'trucks', names: { en: 'Trucks' }, unit: 'vehicles', totals: ['vehicles'] },
  ],
  checkpoints: [
    {
      code: 'hall',
      names: { en: 'Passenger hall' },
      renamed: [{ from: '2025-06-01', names: { en: 'Joint inspection hall' } }],
      kind: 'passengers',
      sheet: ['domestic', 'foreign', 'diplomats', 'e-gate', 'crew', 'buses'],
      shifts: [
        { code: 'morning', names: { en: 'Morning' }, starts: '10:00', ends: '15:00' },
        { code: 'afternoon', names: { en: 'Afternoon' }, starts: '15:00', ends: '20:00' },
        { code: 'night', names: { en: 'Night' }, starts: '22:00', ends: '06:00' },
      ],
      closures: [
        { from: '2025-05-01', to: '2025-05-01', reason: { en: 'Labour day' } },
        { from: '2025-05-02', to: '2025-05-02', starts: '10:00', ends: '12:00', reason: { en: 'Power cut' } },
      ],
    },
    { code: 'yard', names: { en: 'Cargo yard' }, kind: 'cargo', sheet: ['trucks', 'crew'] },
  ],
  holidays: [{ country: 'CN', from: '2025-05-01', to: '2025-05-05', names: { en: 'Labour day' } }],
}

/**
 * A small port: a passenger hall with shifts morning 10–15, afternoon 15–20 and night 22–06 (in two parts over
 * midnight), *of which* lines of a line and of a total, crew and buses; and a yard that counts by day. The hall is
 * closed on 2025-05-01 and from 10 to 12 on 2025-05-02; the hall and the port get new names on 2025-06-01, the line
 * `foreign` on 2025-03-15. Every date of the past that is not named here is an ordinary open day.
 */
export const testPort: PortFile = PortFile.parse(input)
