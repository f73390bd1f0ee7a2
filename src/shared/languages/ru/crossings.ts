import type { crossings as en } from '../en/crossings.ts'

export const crossings: typeof en = {
  crossings: {
    label: 'Все показатели книги',
    rows: 'Показателей: {{number}}',
    from: 'С',
    to: 'По',
    fromAny: 'с …',
    toAny: 'по …',
    allCheckpoints: 'Все пункты',
    allLines: 'Все строки',
    sort: 'Порядок',
    descending: 'Сначала новые',
    ascending: 'Сначала старые',
    chooseColumns: 'Столбцы',
    provisional: 'предварительно',
    columns: {
      date: 'Дата',
      checkpoint: 'Пункт',
      period: 'Период',
      direction: 'Направление',
      line: 'Строка',
      count: 'Количество',
      unit: 'Единица',
      source: 'Источник',
      provisional: 'Предварительно',
    },
    periods: {
      day: 'весь день',
      month: 'весь месяц',
      before: '{{shift}}, до полуночи',
      after: '{{shift}}, после полуночи',
      hour: '{{shift}}, с {{hour}}',
    },
  },
}
