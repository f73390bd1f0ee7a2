import type { crossings as en } from '../en/crossings.ts'

export const crossings: typeof en = {
  crossings: {
    label: 'Кітаптың барлық сандары',
    rows: 'Сандар: {{number}}',
    from: 'Бастап',
    to: 'Дейін',
    fromAny: 'бастап …',
    toAny: 'дейін …',
    allCheckpoints: 'Барлық пункттер',
    allLines: 'Барлық жолдар',
    sort: 'Реті',
    descending: 'Алдымен жаңалары',
    ascending: 'Алдымен ескілері',
    chooseColumns: 'Бағандар',
    provisional: 'алдын ала',
    columns: {
      date: 'Күні',
      checkpoint: 'Пункт',
      period: 'Кезең',
      direction: 'Бағыт',
      line: 'Жол',
      count: 'Саны',
      unit: 'Бірлік',
      source: 'Дереккөз',
      provisional: 'Алдын ала',
    },
    periods: {
      day: 'тұтас күн',
      month: 'тұтас ай',
      before: '{{shift}}, түн ортасына дейін',
      after: '{{shift}}, түн ортасынан кейін',
      hour: '{{shift}}, {{hour}} бастап',
    },
  },
}
