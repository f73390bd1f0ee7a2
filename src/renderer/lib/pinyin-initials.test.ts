import { expect, test } from 'vitest'
import { pinyinInitials } from './pinyin-initials.ts'

test('Chinese words give the letters that people type for them', () => {
  expect(
    ['日报表', '出入境数据', '撤销', '夜班', '打印', '导入 CSV', '阿', '作'].map(pinyinInitials),
  ).toEqual(['rbb', 'crjsj', 'cx', 'yb', 'dy', 'dr CSV', 'a', 'z'])
})
