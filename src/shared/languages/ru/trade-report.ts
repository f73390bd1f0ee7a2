import type { tradeReport as en } from '../en/trade-report.ts'

export const tradeReport: typeof en = {
  tradeReport: {
    heading: 'Импорт и экспорт, выпущено',
    about: 'тонны; товары нетто, итог брутто; импорт по дате выпуска, экспорт по дате оформления',
    ofDay: 'весь пункт пропуска, за весь день',
    columns: { goods: 'Товары', imports: 'Импорт', exports: 'Экспорт', declarations: 'Деклараций' },
    counted: '{{name}}, шт.',
    total: 'Итого, брутто',
    weighed: 'По весам',
    notWeighed: 'не взвешено',
    compared: 'Сравнение грузооборота, тонны брутто',
    flows: { both: 'Оба направления', import: 'Импорт', export: 'Экспорт' },
    comparedName: '{{flow}}: {{base}}',
    sections: { group: 'Торговля по группам', total: 'Торговля', comparison: 'Сравнение торговли' },
    units: {
      net: 'тонны, нетто',
      gross: 'тонны, брутто',
      weighed: 'тонны, по весам',
      pieces: 'шт.',
      declarations: 'декларации',
    },
    statement: {
      total: '{{port}}, {{period}}: грузооборот {{tonnes}} т ({{growth}}).',
      imports: 'Импорт {{tonnes}} т ({{growth}}){{parts}}.',
      exports: 'Экспорт {{tonnes}} т ({{growth}}){{parts}}.',
      parts: ', в том числе: {{list}}',
      between: ', ',
      weighed: '{{name}} {{tonnes}} т',
      counted: '{{name}} — {{number}} шт.',
      nested: '{{part}} (из них {{list}})',
      growth: '{{change}}; база: {{base}}, {{tonnes}} т',
      noGrowth: 'прирост неприменим; база: {{base}}, данных нет',
      noChange: 'прирост неприменим; база: {{base}}, {{tonnes}} т',
      basis:
        'Только выпущенные декларации: импорт по дате выпуска, экспорт по дате оформления; итоги по весу брутто, товары по весу нетто.',
    },
  },
}
