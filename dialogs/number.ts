/** A small number as people write it in a list: 3, 三, 十二. */
const digits = '零一二三四五六七八九';

export function numberIn(text: string): number | undefined {
  const said = text.normalize('NFKC').trim();
  if (/^\d{1,2}$/.test(said)) return Number(said);
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(said);
  if (!parts || said === '') return undefined;
  const [, tens, ten, ones] = parts;
  if (ten === undefined) return said.length === 1 ? digits.indexOf(said) : undefined;
  return (tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0);
}
