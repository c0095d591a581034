/** What the ways of answering about directions share: the question as read, and where their drafts go. */

import type { Guide } from '../../../guide.ts';
import type { Asked, Span } from '../../asked.ts';
import type { Draft } from '../../draft.ts';
import { everywhere } from '../../everywhere.ts';
import { type Consumed, type Intent, stretches } from './intents.ts';
import type { Metric } from './metrics.ts';
import type { Subjects } from './subjects.ts';

export type Part = Omit<Draft, 'uses'>;
/** Proposes a draft; it answers to the words of these intents, to those in `more`, and to these kinds of things, too. */
export type Add = (
  part: Part | undefined,
  bonus: number,
  intents: readonly Consumed[],
  more?: readonly Span[],
  kinds?: readonly string[],
) => void;

export interface Asking {
  asked: Asked;
  guide: Guide;
  metrics: readonly Metric[];
  subjects: Subjects;
  /** 方向 or 选题 stands in the question. */
  word: boolean;
  add: Add;
  is: (intent: Intent) => boolean;
}

/** What a direction's answer never has to answer for. */
const usual = [
  ...everywhere,
  '@direction',
  'v-direction',
  'v-ip',
  'awards-papers',
  'their-papers',
  'list-listed',
  'list-relation',
];

const quotedSigns = 12;

export function collector(
  asked: Asked,
  spans: readonly Span[],
  { directions, how }: Subjects,
): { drafts: readonly Draft[]; add: Add } {
  const drafts: Draft[] = [];
  const own = [...asked.concepts].filter((id) => id.startsWith('dir-'));
  const about = how === 'named' || directions.length > 2 ? [] : directions;
  const add: Add = (part, bonus, intents, more = [], kinds = []) => {
    if (!part) return;
    const read = [...spans, ...more, ...intents.flatMap((intent) => stretches(asked.text, intent))];
    const inside = asked.touched.filter(within(read, asked.text.length));
    const quoted = part.citations.map(({ quote }) => quote.slice(0, quotedSigns)).join('|');
    drafts.push({
      ...part,
      // another part of the indicators is another answer
      id: quoted === '' ? part.id : `${part.id} ${quoted}`,
      bonus,
      ...(about.length > 0 ? { about: about.map(({ number }) => ({ is: 'direction' as const, number })) } : {}),
      uses: [...new Set([...usual, ...kinds, ...own, ...inside.map(({ concept }) => concept)])],
    });
  };
  return { drafts, add };
}

/** Inside what was read, or across its edge (100keV处|分辨率 holds no 处分); a longer word around it means something else. */
function within(read: readonly Span[], length: number): (word: Span) => boolean {
  const inside = new Uint8Array(length);
  for (const { start, end } of read) inside.fill(1, start, end);
  return (word) => {
    for (let at = word.start; at < word.end; at += 1)
      if (inside[at] !== 1) return read.some((span) => crosses(word, span));
    return true;
  };
}

function crosses(word: Span, span: Span): boolean {
  return (
    (word.start < span.start && span.start < word.end && word.end < span.end) ||
    (span.start < word.start && word.start < span.end && span.end < word.end)
  );
}
