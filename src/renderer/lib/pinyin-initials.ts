/** The first character of each initial in the order of pinyin; no syllable begins with i, u or v. */
const firstOfInitial = [...'阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥仨它穵夕丫帀']
const initials = [...'abcdefghjklmnopqrstwxyz']
const byPinyin = new Intl.Collator('zh-CN-u-co-pinyin')

/**
 * Latin first letters of a Chinese text, as people type them: 日报表 is `rbb`. A character with several readings gives the
 * one that the system sorts it by; what is not Chinese stays as it is.
 */
export function pinyinInitials(text: string): string {
  return [...text]
    .map((character) => (/\p{Script=Han}/u.test(character) ? initialOf(character) : character))
    .join('')
}

function initialOf(character: string): string {
  const after = firstOfInitial.findIndex((first) => byPinyin.compare(first, character) > 0)
  return initials.at(after === -1 ? -1 : Math.max(after - 1, 0)) ?? character
}
