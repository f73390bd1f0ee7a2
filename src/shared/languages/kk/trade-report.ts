import type { tradeReport as en } from '../en/trade-report.ts'

export const tradeReport: typeof en = {
  tradeReport: {
    heading: 'Импорт және экспорт, шығарылған',
    about: 'тонна; тауарлар нетто, жиыны брутто; импорт шығарылған күні, экспорт рәсімделген күні бойынша',
    ofDay: 'бүкіл өткізу пункті, тәулік бойы',
    columns: { goods: 'Тауарлар', imports: 'Импорт', exports: 'Экспорт', declarations: 'Декларация' },
    counted: '{{name}}, дана',
    total: 'Жиыны, брутто',
    weighed: 'Таразы бойынша',
    notWeighed: 'өлшенбеген',
    compared: 'Жүк айналымын салыстыру, тонна брутто',
    flows: { both: 'Екі бағыт', import: 'Импорт', export: 'Экспорт' },
    comparedName: '{{flow}}: {{base}}',
    sections: { group: 'Топтар бойынша сауда', total: 'Сауда', comparison: 'Сауданы салыстыру' },
    units: {
      net: 'тонна, нетто',
      gross: 'тонна, брутто',
      weighed: 'тонна, таразы',
      pieces: 'дана',
      declarations: 'декларация',
    },
    statement: {
      total: '{{port}}, {{period}}: жүк айналымы {{tonnes}} т ({{growth}}).',
      imports: 'Импорт {{tonnes}} т ({{growth}}){{parts}}.',
      exports: 'Экспорт {{tonnes}} т ({{growth}}){{parts}}.',
      parts: ', оның ішінде: {{list}}',
      between: ', ',
      weighed: '{{name}} {{tonnes}} т',
      counted: '{{name}} — {{number}} дана',
      nested: '{{part}} (соның ішінде {{list}})',
      growth: '{{change}}; негізі: {{base}}, {{tonnes}} т',
      noGrowth: 'өсімі қолданылмайды; негізі: {{base}}, деректер жоқ',
      noChange: 'өсімі қолданылмайды; негізі: {{base}}, {{tonnes}} т',
      basis:
        'Тек шығарылған декларациялар: импорт шығарылған күні, экспорт рәсімделген күні бойынша; жиыны брутто, тауарлар нетто салмағымен.',
    },
  },
}
