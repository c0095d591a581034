import { pinyin } from 'pinyin-pro';

/** Of each sign: how it sounds, and how it sounds to many ears. */
const sounds = new Map<string, { exact: string; heard: string }>();

/**
 * How Chinese signs sound, without tones, one reading a sign: 协义 and 协议 sound alike. From three signs on also as many hear
 * it, who do not tell zh from z, n from l, ing from in.
 */
export function soundsOf(word: string): string[] {
  const signs = Array.from(word, ofSign);
  const exact = signs.map((sign) => sign.exact).join(' ');
  return signs.length < 3 ? [exact] : [exact, `~${signs.map((sign) => sign.heard).join(' ')}`];
}

function ofSign(sign: string): { exact: string; heard: string } {
  const known = sounds.get(sign);
  if (known !== undefined) return known;
  const exact = pinyin(sign, { toneType: 'none', type: 'string' });
  const sound = { exact, heard: heard(exact) };
  sounds.set(sign, sound);
  return sound;
}

function heard(sound: string): string {
  return sound
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiou])/, 'l')
    .replace(/([aei]n)g$/, '$1');
}
