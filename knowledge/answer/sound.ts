import { pinyin } from 'pinyin-pro';

const sounds = new Map<string, string>();

/**
 * How Chinese signs sound, without tones, one reading a sign: 协义 and 协议 sound alike. From three signs on also as many hear
 * it, who do not tell zh from z, n from l, ing from in.
 */
export function soundsOf(word: string): string[] {
  const signs = [...word].map(ofSign);
  const exact = signs.join(' ');
  return signs.length < 3 ? [exact] : [exact, `~${signs.map(heard).join(' ')}`];
}

function heard(sound: string): string {
  return sound
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiou])/, 'l')
    .replace(/([aei]n)g$/, '$1');
}

function ofSign(sign: string): string {
  const known = sounds.get(sign);
  if (known !== undefined) return known;
  const sound = pinyin(sign, { toneType: 'none', type: 'string' });
  sounds.set(sign, sound);
  return sound;
}
