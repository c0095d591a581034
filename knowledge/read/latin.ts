/** Spaces beside Latin letters part no clauses: 三类 indicators done. */
export function withLatin(sentence: string): string {
  return sentence.replace(/(?<=[a-z\d.]) (?=\p{Script=Han})|(?<=\p{Script=Han}) (?=[a-z])/gu, '');
}
