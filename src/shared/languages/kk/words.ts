import type { words as en } from '../en/words.ts'

export const words: typeof en = {
  directions: { entry: 'Кіру', exit: 'Шығу' },
  /** Inside a sentence. */
  directionsInText: { entry: 'кіру', exit: 'шығу' },
  units: {
    persons: 'Адамдар, өту саны',
    vehicles: 'Көліктер, өту саны',
    trains: 'Пойыздар',
    containers: 'Контейнерлер',
  },
  unitsInText: { persons: 'адамдар', vehicles: 'көліктер', trains: 'пойыздар', containers: 'контейнерлер' },
  totals: {
    passengers: 'Жолаушылар жиыны',
    persons: 'Экипажбен бірге жиыны',
    vehicles: 'Көліктер жиыны',
    trains: 'Пойыздар жиыны',
    containers: 'Контейнерлер жиыны',
  },
}
