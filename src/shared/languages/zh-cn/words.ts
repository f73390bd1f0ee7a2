import type { words as en } from '../en/words.ts'

export const words: typeof en = {
  directions: { entry: '入境', exit: '出境' },
  /** Inside a sentence. */
  directionsInText: { entry: '入境', exit: '出境' },
  units: {
    persons: '人员（人次）',
    vehicles: '车辆（辆次）',
    trains: '列车（列次）',
    containers: '集装箱（箱次）',
  },
  unitsInText: { persons: '人员', vehicles: '车辆', trains: '列车', containers: '集装箱' },
  totals: {
    passengers: '旅客合计',
    persons: '含员工合计',
    vehicles: '车辆合计',
    trains: '列车合计',
    containers: '集装箱合计',
  },
}
