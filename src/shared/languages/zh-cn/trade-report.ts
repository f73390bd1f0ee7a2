import type { tradeReport as en } from '../en/trade-report.ts'

export const tradeReport: typeof en = {
  tradeReport: {
    heading: '进出口（已放行）',
    about: '单位：吨；商品按净重，合计按毛重；进口按放行日、出口按结关日',
    ofDay: '全口岸，全天',
    columns: { goods: '商品类别', imports: '进口', exports: '出口', declarations: '票数' },
    counted: '{{name}}（辆、台）',
    total: '合计（毛重）',
    weighed: '过磅重量',
    notWeighed: '未过磅',
    compared: '货运量对比（吨，毛重）',
    flows: { both: '进出口', import: '进口', export: '出口' },
    comparedName: '{{flow}}：{{base}}',
    sections: { group: '进出口商品类别', total: '进出口', comparison: '进出口对比' },
    units: {
      net: '吨（净重）',
      gross: '吨（毛重）',
      weighed: '吨（过磅）',
      pieces: '数量',
      declarations: '票',
    },
    statement: {
      total: '{{period}}，{{port}}进出口货运量{{tonnes}}吨（{{growth}}）。',
      imports: '其中：进口{{tonnes}}吨（{{growth}}）{{parts}}；',
      exports: '出口{{tonnes}}吨（{{growth}}）{{parts}}。',
      parts: '，包括{{list}}',
      between: '、',
      weighed: '{{name}}{{tonnes}}吨',
      counted: '{{name}}{{number}}辆（台）',
      nested: '{{part}}（其中{{list}}）',
      growth: '同比{{change}}，基期{{base}}为{{tonnes}}吨',
      noGrowth: '同比不适用，基期{{base}}无数据',
      noChange: '同比不适用，基期{{base}}为{{tonnes}}吨',
      basis: '仅统计已放行报关单，进口按放行日、出口按结关日；总量按毛重，商品按净重。',
    },
  },
}
