import type { crossings as en } from '../en/crossings.ts'

export const crossings: typeof en = {
  crossings: {
    label: '本册全部数据',
    rows: '数据：{{number}} 条',
    from: '起始日期',
    to: '截止日期',
    fromAny: '从 …',
    toAny: '到 …',
    allCheckpoints: '全部查验点',
    allLines: '全部项目',
    sort: '排序',
    descending: '最新在前',
    ascending: '最早在前',
    chooseColumns: '列',
    provisional: '暂定',
    columns: {
      date: '日期',
      checkpoint: '查验点',
      period: '时段',
      direction: '方向',
      line: '项目',
      count: '数量',
      unit: '单位',
      source: '来源',
      provisional: '暂定',
    },
    periods: {
      day: '全天',
      month: '全月',
      before: '{{shift}}（零点前）',
      after: '{{shift}}（零点后）',
      hour: '{{shift}}，{{hour}} 起',
    },
  },
}
