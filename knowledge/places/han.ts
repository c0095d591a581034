import forms from './hanForms.json' with { type: 'json' };

/**
 * One form for every name: full width → half width, traditional and Japanese characters → simplified ones,
 * Latin letters lower case and without accents, no dots or dashes between the parts of a foreign name.
 */

const traditional = [...forms.from];
const simplified = [...forms.to];
const toSimplified = new Map(traditional.map((char, index) => [char, simplified[index] ?? char]));
const anyTraditional = new RegExp(`[${traditional.join('')}]`, 'gu');

/** Simplified form of the traditional and Japanese characters that occur in place names; everything else stays. */
export function simplify(text: string): string {
  return text.replace(anyTraditional, (char) => toSimplified.get(char) ?? char);
}

const onlyHan = /^\p{Script=Han}+$/u;
const separators = /[·・‧•．.。,'’‘`´ʻ\-–—－‐]/gu;
const between = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/** The key under which a place name is kept and looked up (科隆－米尔海姆, Köln and KOLN have the keys 科隆米尔海姆, koln). */
export function placeKey(name: string): string {
  if (onlyHan.test(name)) return simplify(name);
  const plain = simplify(name.normalize('NFKC'))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/æ/g, 'ae');
  return plain
    .replace(separators, (mark) => (/[-–—－‐,]/.test(mark) ? ' ' : ''))
    .replace(between, '')
    .replace(/\s+/g, ' ')
    .trim();
}
