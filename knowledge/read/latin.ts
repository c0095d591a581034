const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const counted = new RegExp(`(?<![a-z])(${numbers.join('|')}) ?(years?|months?|yrs?)(?![a-z])`, 'gi');

/** three years → 3年. */
export function countedInDigits(text: string): string {
  return text.replace(
    counted,
    (_, word: string, unit: string) => `${numbers.indexOf(word.toLowerCase()) + 1}${/^y/i.test(unit) ? '年' : '个月'}`,
  );
}

/** Spaces beside Latin letters part no clauses: 三类 indicators done. */
export function withLatin(sentence: string): string {
  return sentence.replace(/(?<=[a-z\d.]) (?=\p{Script=Han})|(?<=\p{Script=Han}) (?=[a-z])/gu, '');
}
