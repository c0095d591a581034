/** Which directions a question speaks of: named, or meant by the words of the field, or by a metric that only they have. */
import type { Guide } from '../../../guide.ts';
import { termScores } from '../../../read/directionTerms.ts';
import { type Asked, named as mentioned, type Span } from '../../asked.ts';
import { weightOf } from '../../lexicon.ts';
import { asTyped } from './asTyped.ts';
import type { Metric } from './metrics.ts';
import { hitsOf, sharedWords } from './metrics.ts';
import type { Direction } from './say.ts';
import { topicWord } from './seeking.ts';

export interface Subjects {
  directions: readonly Direction[];
  /** Numbers named that the guide has not. */
  none: readonly number[];
  how: 'named' | 'terms' | 'metrics' | 'not';
}

export function subjectsOf(asked: Asked, metrics: readonly Metric[], guide: Guide): Subjects {
  const numbers = mentioned(asked, 'direction').map(({ number }) => number);
  const find = (number: number) => guide.directions.find((each) => each.number === number);
  const own = numbers.flatMap((number) => find(number) ?? []);
  const none = numbers.filter((number) => !find(number));
  if (numbers.length > 0) return { directions: own, none, how: 'named' };
  if (ofLists.test(asked.text)) return { directions: [], none, how: 'not' };
  const terms = byTerms(asTyped(asked), metrics, guide);
  const special = byMetrics(metrics, guide);
  // a metric of one direction alone says more than a word of another's field: 涂层要多少兆帕
  const alone = special.length === 1 && !terms.some((each) => special.includes(each));
  if (terms.length > 0 && !(alone && weak(asked.text, terms, guide))) return { directions: terms, none, how: 'terms' };
  if (special.length === 0) return { ...byIndicator(asked.text, guide), none };
  return { directions: special, none, how: special.length > 0 ? 'metrics' : 'not' };
}

const weak = (text: string, directions: readonly Direction[], guide: Guide) =>
  termScores(text, guide.directions).every(
    ({ number, weight }) => weight < 5 || !directions.some((each) => each.number === number),
  );

/** Questions of the lists: 江铃汽车在15家基地里吗. */
const ofLists = /(?:15|十五)(?:家|个)|国合|国家级|依托单位|合作基地|友城|友好城市|姐妹城|附件?[123一二三](?!\d)|政府间/;
/** Metrics whose words stand in questions of other parts of the guide too. */
export const generic =
  /^dir-m-(?:base|registration|platform|system|verify|hospital|postdoc|ethics|lab|standard|talent|product|safety|data|demo|enterprise|country|process|model)$/;

/** The directions whose terms weigh most; a metric that is asked for speaks for those that have it. */
function byTerms(text: string, metrics: readonly Metric[], guide: Guide): Direction[] {
  const own = termScores(text, guide.directions);
  const scores = own.map(({ number, weight }) => {
    const direction = guide.directions.find((each) => each.number === number);
    const having = direction
      ? metrics.filter(({ id }) => !generic.test(id) && hitsOf(id, direction).length > 0).length
      : 0;
    return { direction, weight: weight + 2 * having };
  });
  const best = Math.max(0, ...scores.map(({ weight }) => weight));
  const special = metrics.some(({ id }) => !generic.test(id));
  const several = own.some(({ terms, weight }) => terms > 1 || weight > 2);
  if (best < 2 || !(special || several || topicWord.test(text))) return [];
  return scores
    .filter(({ weight }) => weight > best / 1.4)
    .flatMap(({ direction }) => direction ?? [])
    .slice(0, 3);
}

/** Words of an indicator itself name the one direction that has them: 绿色功能产品. */
function byIndicator(text: string, { directions }: Guide): Pick<Subjects, 'directions' | 'how'> {
  const shared = sharedWords(text, directions);
  const found = directions.map((direction, at) => ({ direction, length: shared[at] ?? 0 }));
  const most = Math.max(...found.map(({ length }) => length));
  const best = found.filter(({ length }) => length === most).map(({ direction }) => direction);
  return most < 4 || best.length > 1 ? { directions: [], how: 'not' } : { directions: best, how: 'metrics' };
}

/** A metric of their own names them, where at most two directions have it. */
function byMetrics(metrics: readonly Metric[], guide: Guide): Direction[] {
  const special = metrics.filter(({ id }) => weightOf(id) > 0);
  const all = [...new Set(special.map(({ id }) => id))].map((id) =>
    guide.directions.filter((each) => hitsOf(id, each).length > 0),
  );
  const rare = all.filter(({ length }) => length > 0 && length <= 2);
  const [first, ...more] = rare.sort((one, other) => one.length - other.length);
  if (!first) return [];
  const both = first.filter((each) => more.every((other) => other.includes(each)));
  return both.length > 0 ? both : first;
}

/** Stretches of the question in the words of these directions. */
export function termSpans(text: string, directions: readonly Direction[]): Span[] {
  return directions.flatMap(({ title, ours }) =>
    [title.toLowerCase(), ...(ours?.terms ?? [])].flatMap((term) => {
      const start = text.indexOf(term);
      return start < 0 ? [] : [{ start, end: start + term.length }];
    }),
  );
}
