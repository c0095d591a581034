/** Whether a pattern may be made to run for long: by redos-detector, and where that cannot say so, by trying it. */
import { isSafePattern } from 'redos-detector';
import { workOf } from '../../support/work.ts';
import { type Attack, attacksOn, attackText } from './attack.ts';
import { few, mostRepeated, parsed } from './parse.ts';

export interface Judged {
  /**
   * `bounded`: by the detector no text makes it try more than `score` ways. `finite`: nothing in it is repeated, so that its ways are as many as
   * its words, whatever the text. `timed`: it was tried with texts as long as they may be.
   */
  by: 'bounded' | 'finite' | 'timed';
  score?: number;
  /** Why the detector did not decide. */
  why?: string;
  /** The worst milliseconds over the worst text, and that text. */
  ms: number;
  longest: number;
  worst?: Attack;
}

/** Steps of the detector, with loops to look at and without; ten times as many decide few more. */
const patience = { loops: 1_000, words: 150 };

export function judged(source: string, flags: string, longest: number): Judged {
  const repeats = mostRepeated(parsed(source, flags)) > few;
  const detected = detectorSays(source, flags, repeats ? 'loops' : 'words');
  const timed = repeats ? worstOf(source, flags, longest) : { ms: 0, longest };
  if (detected.score !== undefined) return { by: 'bounded', ...detected, ...timed };
  return { by: repeats ? 'timed' : 'finite', ...detected, ...timed };
}

const reasons = {
  hitMaxScore: 'more than 200 ways through it for one text (loops that meet, or a loop within another)',
  hitMaxSteps: 'too many words to compare them all',
  timedOut: 'too many words or loops to be compared in time',
} as const;

function detectorSays(source: string, flags: string, looks: keyof typeof patience): { score?: number; why?: string } {
  try {
    const { error, score } = isSafePattern(source, {
      caseInsensitive: flags.includes('i'),
      unicode: flags.includes('u'),
      dotAll: flags.includes('s'),
      multiLine: flags.includes('m'),
      maxSteps: patience[looks],
    });
    if (error !== null) return { why: reasons[error] };
    return score.infinite ? { why: reasons.hitMaxScore } : { score: score.value };
  } catch (error) {
    return { why: `not understood by the detector: ${String(error).slice(0, 120)}` };
  }
}

/** A text over which a pattern takes this long, in milliseconds, is no text to go on with. */
export const tooLong = 100;

/** Over texts of this length it is seen which are the worst; those are tried in whole length. */
const short = 256;
const tried = 3;

function worstOf(source: string, flags: string, longest: number): Pick<Judged, 'ms' | 'worst' | 'longest'> {
  const time = timer(source, flags);
  const ranked: { attack: Attack; ms: number; length: number }[] = [];
  for (const attack of attacksOn(source, flags)) {
    const found = { attack, ...time(attack, { from: 16, to: Math.min(short, longest) }) };
    // Already too long: how much longer is no matter.
    if (found.ms > tooLong) return { ms: found.ms, longest: found.length, worst: attack };
    ranked.push(found);
  }
  ranked.sort((one, other) => other.ms - one.ms).splice(tried);
  let worst: Pick<Judged, 'ms' | 'worst' | 'longest'> = { ms: 0, longest };
  for (const { attack, ms, length } of ranked) {
    const whole = ms > tooLong || length >= longest ? { ms, length } : time(attack, { from: short, to: longest });
    if (whole.ms > worst.ms) worst = { ms: whole.ms, longest: whole.length, worst: attack };
    if (worst.ms > tooLong) break;
  }
  return worst;
}

/** Milliseconds over an attack as long as it may be, or as long as it is bearable. */
export function timer(source: string, flags: string) {
  const form = new RegExp(source, `${flags.replace(/[gy]/g, '')}${flags.includes('y') ? 'y' : 'g'}`);
  return (attack: Attack, { from, to }: { from: number; to: number }): { ms: number; length: number } => {
    // Patterns are made ready at their first and second use.
    for (const text of ['', attackText(attack, 12), attackText(attack, 13)]) once(form, text);
    for (let length = Math.min(from, to); ; length = Math.min(to, length < 64 ? length + 3 : Math.ceil(length * 1.5))) {
      const text = attackText(attack, length);
      let ms = once(form, text);
      if (ms > 2) ms = Math.min(ms, once(form, text));
      if (ms > tooLong || length >= to) return { ms, length };
    }
  };
}

/** Everywhere in the text, as replacing does; a sticky one is tried at every place. */
function once(form: RegExp, text: string): number {
  return workOf(() => {
    if (!form.sticky) return text.replace(form, '');
    for (let at = 0; at < text.length; at += 1) {
      form.lastIndex = at;
      form.exec(text);
    }
  });
}
