import type { Guide } from '../../guide.ts';
import { termScores } from '../../read/directionTerms.ts';
import type { Mention } from '../asked.ts';
import { numberedDirections } from './directionNumbers.ts';
import { categoryOrdinals } from './directionOrdinals.ts';

/** Words beside which a term of the field stands for the direction itself: 骨科那个方向, 中子谱仪的指标. */
const beside = /方向|选题|指标|课题|那个|那项|那题|[那这𠮶]道?题|那一项|这个|这题|𠮶|direction|topic|indicator/u;

/** The directions that a text names by number, by title, or by a word that belongs to one of them (稀土: to two). */
export function directionMentions(text: string, guide: Guide): Mention[] {
  if (guide.directions.length === 0) return [];
  const ordinals = categoryOrdinals(text, guide);
  const numbered = ordinals.length > 0 ? ordinals : numberedDirections(text);
  const named = numbered.map(({ number, start, end }): Mention => ({ is: 'direction', number, start, end }));
  const titled = byTitle(text, guide).filter(
    ({ number }) => !named.some((each) => each.is === 'direction' && each.number === number),
  );
  if (named.length + titled.length > 0) return [...named, ...titled];
  return beside.test(text) ? byTerms(text, guide) : [];
}

type DirectionMention = Extract<Mention, { is: 'direction' }>;

function byTitle(text: string, guide: Guide): DirectionMention[] {
  return guide.directions.flatMap(({ number, title }) => {
    const start = text.indexOf(title.toLowerCase());
    return start < 0 ? [] : [{ is: 'direction' as const, number, start, end: start + title.length }];
  });
}

/** The words right before 方向: what the direction is called by (骨科方向对磁共振…: 骨科). */
function headOf(text: string): string {
  const found =
    /([^,。;?!]{1,14}?)(?:[那这𠮶](?:一|道|个)?(?:选题|方向|课题|题目|题|项|条|块|边)?|(?:的|相关)?(?:选题|方向|课题|题目))/u.exec(
      text,
    );
  return found?.[1]?.slice(-10) ?? '';
}

/** One direction well ahead of the others, or two that share the very word. */
function byTerms(text: string, guide: Guide): DirectionMention[] {
  const head = headOf(text);
  const headed = head === '' ? [] : termScores(head, guide.directions);
  const scores = headed.length > 0 ? headed : termScores(text, guide.directions);
  const [best] = scores;
  if (!best || (best.weight < 2 && best.terms < 2)) return [];
  const near = scores.filter(({ weight }) => weight * 1.5 > best.weight);
  if (near.length > 2) return [];
  return near.map(({ number }) => {
    const terms = guide.directions.find((each) => each.number === number)?.ours?.terms ?? [];
    const longest =
      [...terms].filter((term) => text.includes(term)).sort((one, other) => other.length - one.length)[0] ?? '';
    const start = Math.max(0, text.indexOf(longest));
    return { is: 'direction', number, start, end: start + longest.length };
  });
}
