/** Answers in one spelling in which they are compared, and their length as a reader feels it. */

/**
 * NFKC, lower case, no white space, no quotation or markdown marks, every dash and `~` a `-`, 至 and 到 between figures a `-`.
 */
export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[—–―−~～〜﹣－]+/g, '-')
    .replace(/[\s\u200b*`#"“”'‘’「」『』_]+/g, '')
    .replace(/(?<=[0-9a-z%μ万元个项篇名年米])(至|到)(?=[0-9])/g, '-')
    .replace(/-{2,}/g, '-');
}

/** In Chinese characters: a Han character one, a figure one, of a run of Latin letters each two. */
export function lengthOf(answer: string): number {
  const text = answer.normalize('NFKC');
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const latin = text.match(/[A-Za-z]+/g) ?? [];
  return (
    count(/\p{Script=Han}/gu) + count(/[0-9]+/g) + latin.reduce((sum, word) => sum + Math.ceil(word.length / 2), 0)
  );
}

/** Every figure in a text, as it is compared: 03 and 3 are one. */
export function figuresIn(text: string): string[] {
  return normalised(text).match(/\d+(?:\.\d+)?/g) ?? [];
}
