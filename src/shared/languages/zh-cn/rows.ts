export const rows = {
  rows: {
    chooseColumns: '列',
    sortBy: '按{{column}}排序',
    columnPlace: '第 {{place}} 列，宽 {{width}}',
    columnOrder: '调整顺序',
    columnWidth: '调整宽度',
    moveLeft: '{{column}}：左移一列',
    moveRight: '{{column}}：右移一列',
    resetColumns: '恢复默认列',
  },
}
