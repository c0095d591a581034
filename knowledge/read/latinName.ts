/** The name of an institution in Latin letters, written as names are: Jiangxi Huitong CNC Co., Ltd. */
import type { Reading } from '../reading.ts';

const small = /^(?:of|for|and|the|in|at|de|du|des|der|die|das|und|für|et|on|&)$/i;
const longest = 100;

/** Only where somebody is spoken to in such a language: what a Chinese institution is called stands on its licence in Chinese. */
export function readLatinName(text: string): Reading<string> | undefined {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/^(?:(?:it|the name|its name|the full name|our name) is|it's|(?:called|named):?) /i, '')
    .replace(/[.\s]+$/, (end) =>
      end.startsWith('.') && /(?:Ltd|Inc|Co|Corp)$/i.test(text.trim().replace(/\.$/, '')) ? '.' : '',
    );
  const words = said.split(/[\s,()/-]+/).filter((each) => each !== '' && !small.test(each));
  const isNamed =
    words.length >= 2 && words.every((each) => /^[\p{Lu}\d]/u.test(each)) && !/[?!;:]|\p{Script=Han}/u.test(said);
  return isNamed && said.length <= longest ? { is: 'value', value: said } : undefined;
}
