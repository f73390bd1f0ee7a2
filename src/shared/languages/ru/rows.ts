export const rows = {
  rows: {
    chooseColumns: 'Столбцы',
    sortBy: 'Сортировать: {{column}}',
    columnPlace: 'место {{place}}, ширина {{width}}',
    columnOrder: 'порядок',
    columnWidth: 'ширина',
    moveLeft: '{{column}}: на одно место влево',
    moveRight: '{{column}}: на одно место вправо',
    resetColumns: 'Вернуть столбцы как были',
  },
}
