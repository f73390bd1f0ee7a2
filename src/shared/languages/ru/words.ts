import type { words as en } from '../en/words.ts'

export const words: typeof en = {
  directions: { entry: 'Въезд', exit: 'Выезд' },
  /** Inside a sentence. */
  directionsInText: { entry: 'въезд', exit: 'выезд' },
  units: {
    persons: 'Люди, пересечения',
    vehicles: 'Транспорт, пересечения',
    trains: 'Поезда',
    containers: 'Контейнеры',
  },
  unitsInText: { persons: 'люди', vehicles: 'транспорт', trains: 'поезда', containers: 'контейнеры' },
  totals: {
    passengers: 'Всего пассажиров',
    persons: 'Всего с экипажем',
    vehicles: 'Всего транспорта',
    trains: 'Всего поездов',
    containers: 'Всего контейнеров',
  },
}
