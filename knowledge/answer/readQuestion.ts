/** Typed text → what it names and touches. */
import type { Guide } from '../guide.ts';
import type { Asked } from './asked.ts';
import { mentionsIn } from './entities/index.ts';
import { conceptsIn } from './lexicon.ts';
import { normalise } from './normalise.ts';
import { repaired } from './repair.ts';

export function read(raw: string, guide: Guide): Asked {
  const text = repaired(normalise(raw), guide);
  const touched = conceptsIn(text, guide.laid?.overlay.words, guide.concepts);
  return {
    raw,
    text,
    language: /\p{Script=Han}/u.test(text) || !/[a-z]/i.test(text) ? 'zh' : 'en',
    mentions: mentionsIn(text, guide),
    touched,
    concepts: new Set(touched.map(({ concept }) => concept)),
  };
}
