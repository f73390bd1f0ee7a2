export const rows = {
  rows: {
    chooseColumns: 'Columns',
    sortBy: 'Sort by {{column}}',
    columnPlace: 'place {{place}}, width {{width}}',
    columnOrder: 'order',
    columnWidth: 'width',
    moveLeft: '{{column}}: one place to the left',
    moveRight: '{{column}}: one place to the right',
    resetColumns: 'All columns as they were',
  },
}
