/**
 * Texts that make a pattern work as hard as it can: each thing that it repeats is repeated to the end of what may be typed, behind what leads
 * to it, and then does not go on as the pattern wants.
 */
import { few, type Part, parsed } from './parse.ts';

/** Signs that stand for those that a class of signs admits. */
const usual = [...'a1 国，。年0AZ一大的.-(<"/=_&%@:\n\u3000\u00e9\u{20000}\u0000'];

/** Repeated to any length: `front`, so many of `unit`, `back`. */
export interface Attack {
  front: string;
  unit: string;
  back: string;
}

/** Texts of that length. */
export function attackText({ front, unit, back }: Attack, length: number): string {
  const room = Math.max(0, length - front.length - back.length);
  return `${front}${unit.repeat(Math.ceil(room / Math.max(1, unit.length))).slice(0, room)}${back}`.slice(0, length);
}

/** Backs that most patterns cannot take. */
const backs = ['', '\u0001', 'あ'];

export function attacksOn(source: string, flags: string): Attack[] {
  const tree = parsed(source, flags);
  const pick = picker(source, flags);
  const found = new Map<string, Attack>();
  const add = (front: string, unit: string): void => {
    if (unit === '') return;
    for (const back of backs) found.set(JSON.stringify([front, unit, back]), { front, unit, back });
  };
  const whole = samples(tree, pick);
  for (const sample of whole) add('', sample);
  for (const { front, loop } of loopsIn(tree, pick)) for (const unit of samples(loop, pick)) add(front, unit);
  for (const sign of pick.common) {
    add('', sign);
    for (const sample of whole) add(sample.slice(0, 40), sign);
  }
  return [...found.values()].slice(0, most);
}
/** Patterns with hundreds of words have hundreds of loops that are alike. */
const most = 90;

interface Picker {
  /** Signs that an atom admits: one that many others admit too, and one that few do. */
  of(atom: string): readonly string[];
  /** Those that the most atoms of the pattern admit. */
  common: readonly string[];
}

function picker(source: string, flags: string): Picker {
  const kept = flags.replace(/[gyd]/g, '');
  const signs = [...new Set([...usual, ...source.replace(/\\[\s\S]|[[\](){}?*+^$|]/g, '')])].slice(0, 250);
  const atoms = new Map<string, readonly string[]>();
  const admits = (atom: string): readonly string[] => {
    const known = atoms.get(atom);
    if (known) return known;
    const form = new RegExp(`^(?:${atom})$`, kept);
    const found = signs.filter((sign) => form.test(sign));
    atoms.set(atom, found);
    return found;
  };
  const counts = new Map<string, number>();
  const loops = new Set<string>();
  eachAtom(parsed(source, flags), (atom, repeated) => {
    if (repeated) loops.add(atom);
    for (const sign of admits(atom)) counts.set(sign, (counts.get(sign) ?? 0) + (repeated ? 3 : 1));
  });
  const rank = (list: readonly string[]): string[] =>
    [...list].sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0));
  return {
    of(atom) {
      const ranked = rank(admits(atom));
      return [...new Set([ranked[0] ?? '', ranked.at(-1) ?? ''])];
    },
    common: rank([...counts.keys()]).slice(0, 6),
  };
}

function eachAtom(part: Part, seen: (atom: string, repeated: boolean) => void, repeated = false): void {
  if (part.is === 'sign') seen(part.atom, repeated);
  if (part.is === 'any' || part.is === 'row') for (const each of part.of) eachAtom(each, seen, repeated);
  if (part.is === 'loop') eachAtom(part.of, seen, repeated || part.most > 2);
}

/** A few texts that the part may take: of alternatives the first, the last and the longest; loops once, or as often as they must. */
function samples(part: Part, pick: Picker): string[] {
  const found = new Set<string>();
  for (const way of [0, 1, 2]) for (const sign of [0, 1]) found.add(sample(part, { pick, way, sign }));
  return [...found];
}

interface Way {
  pick: Picker;
  way: number;
  sign: number;
}

function sample(part: Part, how: Way): string {
  switch (part.is) {
    case 'sign': {
      const signs = how.pick.of(part.atom);
      return signs[how.sign % signs.length] ?? '';
    }
    case 'row':
      return part.of.map((each) => sample(each, how)).join('');
    case 'any':
      return sample(part.of[[0, part.of.length - 1, Math.floor(part.of.length / 2)][how.way] ?? 0] ?? nothing, how);
    case 'loop':
      return sample(part.of, how).repeat(Math.min(3, Math.max(1, part.least)));
    default:
      return '';
  }
}
const nothing: Part = { is: 'row', of: [] };

/** Each thing that is repeated, and a text that leads to it. */
function* loopsIn(part: Part, pick: Picker, front = ''): Generator<{ front: string; loop: Part }> {
  const before = (each: Part): string => sample(each, { pick, way: 0, sign: 0 });
  if (part.is === 'loop') {
    if (part.most > few) yield { front, loop: part.of };
    yield* loopsIn(part.of, pick, front);
  }
  if (part.is === 'any') for (const each of part.of) yield* loopsIn(each, pick, front);
  if (part.is === 'nothing' && part.beside) yield* loopsIn(part.beside, pick, front);
  if (part.is !== 'row') return;
  let led = front;
  for (const each of part.of) {
    yield* loopsIn(each, pick, led.slice(-60));
    led += before(each);
  }
}
