export const rows = {
  rows: {
    chooseColumns: 'Бағандар',
    sortBy: 'Сұрыптау: {{column}}',
    columnPlace: 'орны {{place}}, ені {{width}}',
    columnOrder: 'реті',
    columnWidth: 'ені',
    moveLeft: '{{column}}: бір орын солға',
    moveRight: '{{column}}: бір орын оңға',
    resetColumns: 'Бағандарды бастапқы қалпына келтіру',
  },
}
