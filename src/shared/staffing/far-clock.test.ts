import { expect, test } from 'vitest'
import { farClock, minutesAhead } from './far-clock.ts'

const almaty = (date: string, minute: number) => farClock({ date, minute }, 'Asia/Shanghai', 'Asia/Almaty')

test('Almaty is two hours behind the port until 29 February 2024 and three since', () => {
  expect([
    almaty('2024-02-29', 540),
    almaty('2024-03-01', 540),
    almaty('2024-03-01', 150),
    almaty('2024-03-01', 0),
    minutesAhead('2024-02-29', 'Asia/Shanghai', 'Asia/Almaty'),
    minutesAhead('2024-03-01', 'Asia/Shanghai', 'Asia/Almaty'),
    minutesAhead('2024-07-01', 'Asia/Shanghai', 'Asia/Shanghai'),
    minutesAhead('2024-07-01', 'Asia/Shanghai', 'Asia/Tokyo'),
  ]).toEqual([
    { date: '2024-02-29', minute: 420 },
    { date: '2024-03-01', minute: 360 },
    { date: '2024-02-29', minute: 1410 },
    { date: '2024-02-29', minute: 1320 },
    -120,
    -180,
    0,
    60,
  ])
})
