/** Questions about the directions: what one requires and studies, which one fits, how they compare. */
import { type Asked, named } from '../asked.ts';
import type { AnswerFrame, Draft } from '../draft.ts';
import { aboutMeant } from './directions/about.ts';
import { type Asking, collector } from './directions/asking.ts';
import { asTyped } from './directions/asTyped.ts';
import { howMany, quotas, requiring, titles } from './directions/compare.ts';
import { foreignWords } from './directions/foreignTopics.ts';
import { type Intent, intended, numbered, seeksPlace, strongSeek } from './directions/intents.ts';
import { metricsOf } from './directions/metrics.ts';
import { found, none, noSuch, topicOf } from './directions/search.ts';
import { category } from './directions/single.ts';
import { subjectsOf, termSpans } from './directions/subjects.ts';

export function directions(asked: Asked, { guide }: AnswerFrame): readonly Draft[] {
  if (guide.directions.length === 0) return [];
  const metrics = metricsOf(asked);
  const subjects = subjectsOf(asked, metrics, guide);
  const spans = [...metrics, ...named(asked, 'direction'), ...termSpans(asked.text, subjects.directions)];
  const { drafts, add } = collector(asked, spans, subjects);
  const is = (intent: Intent) => intended(asked, intent);
  const asking: Asking = {
    asked,
    guide,
    metrics,
    subjects,
    word: /方向|选题|direction|topic/.test(asked.text),
    add,
    is,
  };

  aboutMeant(asking);
  const compared = acrossAll(asking);
  if (!compared && (is('search') || asking.word || bareTopic.test(asked.text))) searching(asking);
  return drafts;
}

/** Whether directions were compared by a metric. */
function acrossAll({ asked, guide, metrics, subjects, word, add, is }: Asking): boolean {
  const own = numbered(asked, guide);
  const meant = subjects.directions;
  if (subjects.none.length > 0 && subjects.directions.length === 0) add(noSuch(subjects.none, guide), 1, []);
  const across = word && is('compare') && !own;
  const compares = across && metrics.length > 0 && !seeksPlace(asked.text);
  if (compares) add(requiring(asked.text, metrics, guide), 2.6, ['compare', 'most', 'least']);
  if (is('quota') && (across || subjects.how !== 'named' || /除|其余|别的|其[他它]方向/.test(asked.text)))
    add(quotas(guide), word ? 1.6 : 0.2, ['quota', 'kinds']);
  const narrowed = (is('total') || is('list')) && !own && meant.length > 0 && meant.length < 4;
  if (narrowed) add(category(meant, guide), 2.6, ['total', 'list', 'kinds']);
  if (is('total') && !own && !is('quota')) add(howMany(guide), 2, ['total', 'kinds']);
  if (is('list') && !own) add(titles(asked.text, guide), 1.4, ['list', 'kinds']);
  return compares;
}

/** No question at all, only what is worked on: 肿瘤早筛早诊. */
const bareTopic = /^(?!.*(?:怎么|如何|为什么|吗|[?]|多少|几|能不能|需要|要求|怎样|啥)).{4,60}$/u;
/** How crowded or easy a direction is: the guide doesn't say, and it is no topic. */
const odds = /竞争|好中|容易|中标|命中|成功率|通过率|热门|冷门|好拿|往年|历年|去年|卷/;
/** Who asks and with whom they work: told, not asked about. */
const teller = ['@unit', '@host', '@side', '@title', '@country', '@place', '@continent'];
const tells = /做|搞|弄|研究|从事|开发|方面|领域|题材|课题|团队|主要|专注|work|research|study|develop/;

function searching({ asked, guide, word, add, is }: Asking): void {
  if (numbered(asked, guide)) return;
  const topic = topicOf(asTyped(asked), guide);
  const sought = strongSeek.test(asked.text) && !odds.test(asked.text);
  const asks = sought || is('search');
  const whole = sought ? [{ start: 0, end: asked.text.length }] : foreignWords(asked.text);
  if (topic.directions.length > 0) {
    if (!asks && topic.fit !== 'sure') return;
    const bonus = asks
      ? (topic.fit === 'sure' ? 2.2 : 1.5) + (word ? 0.3 : 0) - (tells.test(asked.text) || word ? 0 : 0.9)
      : 0.85;
    add(found(asked.text, topic), bonus, ['search'], whole, sought ? teller : []);
  } else if (asks && (word || /对口|报哪|报什么|第几个/.test(asked.text)))
    add(none(guide), sought ? 2.2 : 1.7, ['search'], whole, teller);
}
