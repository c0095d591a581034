/** Questions about the directions: what one requires and studies, which one fits, how they compare. */
import { type Asked, named, type Span } from '../asked.ts';
import { timesAsked } from '../cues.ts';
import type { AnswerFrame, Draft } from '../draft.ts';
import { weightOf } from '../lexicon.ts';
import { aboutMeant, otherwise } from './directions/about.ts';
import { asksAmount, asksRequired } from './directions/amounts.ts';
import { type Asking, collector } from './directions/asking.ts';
import { asTyped } from './directions/asTyped.ts';
import { withKind } from './directions/beside.ts';
import { howMany, quotas, requiring, titles } from './directions/compare.ts';
import { foreignWords } from './directions/foreignTopics.ts';
import { type Intent, intended, numbered, seeksPlace } from './directions/intents.ts';
import { hitsOf, metricsOf } from './directions/metrics.ts';
import { found, none, noSuch, topicOf } from './directions/search.ts';
import { ofEvery, seeking, seekingSpans, topicWord } from './directions/seeking.ts';
import { category } from './directions/single.ts';
import { generic, subjectsOf, termSpans } from './directions/subjects.ts';
import { around, tellsWork } from './directions/told.ts';

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
    word:
      topicWord.test(asked.text) ||
      (whichItem.test(asked.text) && metrics.some(({ id }) => isRare(id, guide))) ||
      (whichOnes.test(asked.text) && metrics.some(({ id }) => !generic.test(id)) && asked.mentions.length === 0),
    add,
    is,
  };

  aboutMeant(asking);
  const compared = acrossAll(asking);
  if (!compared) searching(asking);
  return drafts;
}

/** 哪一条里要博士后; 哪条 of what many directions have may be a clause of the guide. */
const whichItem = /(?:哪|第几|就)(?:一|几|些|两)?[条项](?!件|款|例|规定|要求(?:的|$|[?]))/;
const fewDirections = 5;
/** 发明专利10项以上的有哪些: the directions are left out. */
const whichOnes =
  /(?:以上|以下|超过|多于|大于|不少于|至少|要求|需要|要)[^,。?]{0,12}的(?:都)?(?:有|是)?(?:哪些|哪几[个项条]|几个|多少个)(?:$|[?呢啊])/;

function isRare(id: string, guide: AnswerFrame['guide']): boolean {
  const having = guide.directions.filter((each) => hitsOf(id, each).length > 0).length;
  return !generic.test(id.replace('postdoc', '')) && having > 0 && having <= fewDirections;
}

/** Whether directions were compared by a metric. */
function acrossAll({ asked, guide, metrics, subjects, word, add, is }: Asking): boolean {
  const own = numbered(asked, guide);
  const meant = subjects.directions;
  if (subjects.none.length > 0 && subjects.directions.length === 0) add(noSuch(subjects.none, guide), 1, []);
  const across = word && is('compare') && !own && !(ofEvery(asked.text) && ofCommon(asked));
  const told = seeking(asked.text) === 'surely' && metrics.every(({ id }) => generic.test(id)) && meant.length > 0;
  // spinal cages: which direction
  const work =
    asked.language === 'en' && seeking(asked.text) === 'surely' && meant.length > 0 && !demands.test(asked.text);
  const compares = across && metrics.length > 0 && !seeksPlace(asked.text) && !told && !work;
  if (compares) add(requiring(asked.text, metrics, guide), 2.6, ['compare', 'most', 'least']);
  const rest = /(?<![去清消解剔])除|其余|别的|其[他它]方向|另外的/.test(asked.text);
  if (is('quota') && (across || subjects.how !== 'named' || rest)) {
    const byKind = ofKinds.test(asked.text);
    const fit = word ? (except.test(asked.text) || rest ? 4.6 : 1.6) : byKind ? 1.8 : 0.2;
    add(quotas(guide), fit, ['quota', 'kinds', 'total'], spansOf(asked.text, except), byKind ? kindWords : []);
  }
  const narrowed = (is('total') || is('list')) && !own && meant.length > 0 && meant.length < 4;
  if (narrowed) add(category(meant, guide), 2.6, ['total', 'list', 'kinds']);
  if (is('total') && !own && !is('quota')) add(howMany(guide), 2, ['total', 'kinds']);
  if (is('list') && !own) add(titles(asked.text, guide), 1.4, ['list', 'kinds']);
  return compares;
}

/** 论文都要和外方一起署名吗: touches what is asked of all alike beyond a metric. */
function ofCommon({ touched }: Asked): boolean {
  return touched.some(({ concept }) => weightOf(concept) >= commonly && !/^(?:dir-|common-|each-party)/.test(concept));
}
const commonly = 0.8;

/** 每个题都只批一家, 哪个题多给一个名额. */
const except = /每个|各个|都(?:是|只)|只(?:批|立|给|有)|多给|多一个|例外|两个名额|2个名额/;

/** 欧美那头占几个, 两类各立几个 */
const ofKinds = /欧美|欧洲|美洲|其[他它]国家|[两2]大?类|类别|各类|每类|另一类|港澳/;

const kindWords = ['quota', 'category-kind', 'list-category', 'hk-macao', '@continent'];

function spansOf(text: string, { source }: RegExp): Span[] {
  return [...text.matchAll(new RegExp(source, 'gu'))].map(({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
  }));
}

/** No question at all, only what is worked on: 肿瘤早筛早诊. */
const bareTopic = /^(?!.*(?:怎么|如何|为什么|吗|[?]|多少|几|能不能|需要|要求|怎样|啥|谁|哪|是否|何)).{4,60}$/u;
const toldInEnglish = /^(?:we|our|i|my)\b[^?]{10,160}$/;
/** What a direction may ask for. */
const demands =
  /requir|need|\bask|want|demand|specif|mention|call(?:s|ing)? for|\b(?:most|least|fewest|highest|lowest|more than|must|expect\w*|with an?|has|have|include\w*|list\w*|involv\w*|produc\w*)\b/;
/** Something is asked of what is named. */
const wanted = /\b(?:what|how|who|when|does|do|must|should|is|are|can|will)\b/;
/** How crowded or easy a direction is: the guide doesn't say, and it is no topic. */
const odds = /竞争|好中|容易|中标|命中|成功率|通过率|热门|冷门|好拿|往年|历年|去年|卷/;
/** Who asks and with whom they work: told, not asked about. */
const teller = [
  '@unit',
  '@host',
  '@side',
  '@title',
  '@country',
  '@place',
  '@continent',
  '@party',
  '@amount',
  '@date',
  '@age',
  '@duration',
];
const tells =
  /我们?|咱|俺|团队|课题组|做|搞|弄|研究|从事|开发|方面|领域|题材|主要|专注|想|打算|\b(?:we|our|my|work|research|study|develop)/;
/** With one of these named, a word of another field says nothing: 犹他州的盐湖城算不算. */
const ofLists = ['place', 'side', 'host', 'base', 'unit'] as const;
/** 我们想知道有哪些方向 tells of no work. */
const longestPlain = 24;
/** Told beside the work, and a matter of rules. */
const ofRules =
  /负责人|协议|经费|配套|资金|签|盖章|注册|审计|信用|公务员|职称|材料要|推荐|申报书|立项|指标|论文|专利|方向/;
const hasFigures = (asked: Asked) =>
  (['age', 'date', 'amount', 'title', 'duration', 'direction'] as const).some((is) => named(asked, is).length > 0);
/** What is asked about all directions, and is no topic: 十九个题每个批一家. */
const ofAll: readonly Intent[] = ['quota', 'total', 'list'];

/** Rules that name no work: 协议要符合哪里的法律 seeks no direction. */
const ofRulesOnly = ['recommendation', 'first-participant', 'ethics-law', 'civil-servant'];

/** Whether something will do, with no word of a direction. */
const mayWe = /(?:可以|能|行|成|够)(?:不可以|不能|不行|不成|不|吗|么|吧|否)[?]?$/;

/** Names no work. */
const ofThemAll = /\b(?:what|which) (?:research )?(?:directions|topics) are there\s*[?]*$/;

function searching({ asked, guide, metrics, subjects, word, add, is }: Asking): void {
  const { text } = asked;
  if (numbered(asked, guide) || odds.test(text) || ofThemAll.test(text)) return;
  const sought = seeking(text);
  // 果胶那个题要几篇论文: the one that is meant is known
  const asksMetric =
    asksAmount(text) || metrics.some(({ id }) => subjects.directions.some((one) => hitsOf(id, one).length > 0));
  const amount = sought === 'not' ? asksRequired(text) : asksAmount(text);
  if (sought !== 'surely' && asksMetric && amount && subjects.directions.length > 0) return;
  // 跟德国合作稀土发光材料可以不
  const withLand =
    mayWe.test(text) &&
    ['country', 'continent', 'place'].some((kind) => asked.mentions.some((each) => each.is === kind));
  const asks = sought !== 'not' || is('search') || withLand;
  // how small must the particles be in the phosphor topic
  if (asked.language === 'en' && subjects.how === 'named' && sought === 'not' && !is('search') && wanted.test(text))
    return;
  // 抗旱大豆这个课题的推荐函谁出 asks for no direction
  if (sought === 'not' && otherwise(asked) && !bareTopic.test(text)) return;
  if (!asks && !word && !bareTopic.test(text) && !toldInEnglish.test(text)) return;
  const topic = topicOf(asTyped(asked), guide);
  const own = termSpans(text, guide.directions);
  const foreign = foreignWords(text).filter(
    (word) => !own.some(({ start, end }) => start <= word.start && word.end <= end),
  );
  const bare =
    sought === 'not' &&
    bareTopic.test(text) &&
    !ofRules.test(text) &&
    !hasFigures(asked) &&
    metrics.length === 0 &&
    timesAsked(text) === 0;
  const whole = sought === 'not' && !bare ? [...foreign, ...seekingSpans(text)] : [{ start: 0, end: text.length }];
  const kinds = sought === 'not' && !bare && !withLand ? [] : teller;
  const all = ofAll.some((each) => is(each)) && foreign.length === 0 && text.length < longestPlain;
  if (topic.directions.length > 0) {
    if (!asks && topic.fit !== 'sure') return;
    const fit = topic.fit === 'sure' ? 2.2 : 1.5;
    const surely = sought === 'surely' ? 2.5 : sought === 'perhaps' && topic.fit === 'sure' ? 1.4 : 0;
    const bonus = asks ? fit + (word ? 0.3 : 0) + surely - (tells.test(text) || word ? 0 : 0.9) : 1.3;
    add(withKind(found(text, topic, guide), topic.directions, { asked, guide }), bonus, ['search'], whole, kinds);
    return;
  }
  const ofKind =
    foreign.length === 0 && /europe|americas|other countries|\bhow many (?:of the )?(?:topics|directions)\b/.test(text);
  if (all || ofKind || ofRulesOnly.some((each) => asked.concepts.has(each))) return;
  // the work was told before: 用卫星盯着林子 → 那靠得上哪一条
  const before = named(asked, 'direction').filter(({ start, end }) => start === end);
  const meant = guide.directions.filter(({ number }) => before.some((each) => each.number === number));
  if (sought !== 'not' && foreign.length === 0 && meant.length > 0) {
    add(found(text, { directions: meant.slice(0, 2), fit: 'sure' }, guide), 2.4, ['search'], whole, teller);
    return;
  }
  // 对方是法国的研究所, 能报哪个: no work is told yet
  if (foreign.length === 0 && asked.mentions.length > 0 && !tellsWork(asked)) return;
  const told = tells.test(text) || foreign.length > 0;
  if (sought === 'surely' && (told || namesTopic(text)))
    add(
      none(guide),
      foreign.length > 0 ? (word ? 6 : 4.2) : 2.2,
      ['search'],
      told ? whole : seekingSpans(text),
      teller,
    );
  else if (
    asks &&
    ((word && (told || namesTopic(text))) ||
      (foreign.length > 0 && (tells.test(text) || !ofLists.some((kind) => named(asked, kind).length > 0))))
  )
    add(none(guide), foreign.length > 0 ? 2.6 : 1.7, ['search'], whole, teller);
}

/** Something is named beside the words of asking. */
function namesTopic(text: string): boolean {
  const open = seekingSpans(text).reduce(
    (left, { start, end }) => left.slice(0, start) + '#'.repeat(end - start) + left.slice(end),
    text,
  );
  return open.replace(around, '').length > 3;
}
