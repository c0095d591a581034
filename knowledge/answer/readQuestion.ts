/** Typed text → what it names and touches. */
import type { Guide } from '../guide.ts';
import type { Asked } from './asked.ts';
import { belonging } from './belonging.ts';
import { mentionsIn } from './entities/index.ts';
import { withoutHope } from './hoped.ts';
import { conceptsIn } from './lexicon.ts';
import { normalise } from './normalise.ts';
import { fromPinyin } from './pinyin.ts';
import { repaired } from './repair.ts';
import { uncrossed } from './uncrossed.ts';

export function read(raw: string, guide: Guide): Asked {
  const text = repaired(fromPinyin(normalise(raw), guide), guide);
  const language = /\p{Script=Han}/u.test(text) || !/[a-z]/i.test(text) ? 'zh' : 'en';
  const scan = (part: string) => conceptsIn(part, guide.laid?.overlay.words, guide.concepts);
  const things = mentionsIn(text, guide);
  const words = uncrossed(text, { touched: scan(text), mentions: things }, scan);
  const { touched, mentions } = belonging({ text, language, touched: words, mentions: things });
  return withoutHope({
    raw,
    text,
    language,
    mentions,
    touched,
    concepts: new Set(touched.map(({ concept }) => concept)),
  });
}
