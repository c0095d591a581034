/** The characters in which readers, commands and the lexicon are written: simplified ones, figures and letters of half width. */
import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 't', to: 'cn' });

/** The text in simplified characters. A 係 of its own stays: in Cantonese it is 是 (`plainSpeech.ts`). */
export function simplified(text: string): string {
  return text
    .replace(/(?<=[关關联聯体體])係/g, '系')
    .split('係')
    .map(convert)
    .join('係');
}

/** Simplified characters, and figures and letters of half width; all other signs stay as they were typed. */
export function plainCharacters(text: string): string {
  return simplified(text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (sign) => sign.normalize('NFKC')));
}
