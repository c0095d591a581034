/** What is asked about the one, two or three directions that are meant. */
import { phraseIn } from '../../../language.ts';
import type { Span } from '../../asked.ts';
import { weightOf } from '../../lexicon.ts';
import { amountBeside, asksAmount, asksRequired } from './amounts.ts';
import type { Asking, Part } from './asking.ts';
import { withKind } from './beside.ts';
import { allRequired, money } from './demands.ts';
import { numbered, stretches } from './intents.ts';
import { hitsOf, titling } from './metrics.ts';
import type { Direction } from './say.ts';
import { found, type Topic, topicOf } from './search.ts';
import { seeking } from './seeking.ts';
import { allIndicators, byMetric, category, content, notFound, overview, quota } from './single.ts';
import { termSpans } from './subjects.ts';

export function aboutMeant({ asked, guide, metrics: all, subjects, add, is }: Asking): void {
  const meant = subjects.directions;
  const explicit = subjects.how === 'named';
  if (meant.length === 0) return;
  const text = asked.text;
  const byNumber = numbered(asked, guide);
  // the thing itself weighs 1 where it is named
  const spans = termSpans(text, meant);
  const untitled = all.filter((metric) => !titling(text, metric));
  const crosses = (metric: Span) => spans.some((span) => metric.start < span.end && span.start < metric.end);
  // 抗旱品种选育的专利几项: the variety only names the direction
  const beside = untitled.filter((metric) => !crosses(metric) && amountBeside(text, metric));
  const metrics = beside.length > 0 ? untitled.filter((metric) => !crosses(metric) || asksOf(text, metric)) : untitled;
  // 天然活性成分几个: the metric's own words are no subject
  const bare =
    subjects.how === 'terms' &&
    spans.every((span) => all.some(({ start, end }) => start < span.end && span.start < end));
  const lean = explicit ? (byNumber ? 0.8 : 0.3) : bare ? 0.4 : 1;
  // a direction by name and a matter of directions: nothing else can be meant
  const plain = explicit ? 1.5 : 0;
  if (meant.length > 3) {
    if (explicit) add(category(meant, guide), 0.5, ['category', 'title', 'country']);
    return;
  }
  const told = metrics.length > 0;
  const part = (told || !whole.test(text)) && !is('elsewhere') ? byMetric(text, meant, metrics) : undefined;
  const only = meant.length === 1 && asksAmount(text) && metrics.some(({ id }) => weightOf(id) > 0);
  const weak = subjects.how === 'metrics' ? (only ? 0 : -0.7) : metrics.some(({ id }) => weightOf(id) > 0) ? 0.5 : 0;
  const known = explicit || (subjects.how === 'terms' && meant.length === 1 && !bare);
  // 立几个项目 is no amount of the variety's
  const unquoted = stretches(text, 'quota').reduce(
    (left, { start, end }) => left.slice(0, start) + '#'.repeat(end - start) + left.slice(end),
    text,
  );
  const sure = metrics.filter(
    (each) => known && amountBeside(unquoted, each) && meant.some((one) => hitsOf(each.id, one).length > 0),
  );
  if (part && (explicit || text.length < 9 || asks.test(text) || /还是|累计|每年/.test(text) || asksRequired(text))) {
    const fit = told ? plain + (byNumber ? 1.4 : 0.9) : is('indicators') ? 0.6 : 0.35;
    const seeks = fits.test(text) || (asked.language === 'en' && seeking(text) === 'surely');
    const more = part.id === 'direction.finer' ? 1.2 : seeks && !asksAmount(text) ? -3 : 0;
    add(
      part,
      lean + fit + weak + more + (sure.length > 0 ? (explicit ? 2.5 : 1.5) : 0) + (sure.length > 1 ? 1.9 : 0),
      ['indicators', 'finer', 'quota'],
      clausesOf(text, sure),
    );
  }
  if (!part && !told && !byNumber && subjects.how !== 'metrics' && meant.length === 1 && asksAmount(text))
    add(allIndicators(meant), (explicit ? 2.1 : 1.1) - (otherwise(asked) ? 1.2 : 0), ['indicators', 'finer']);
  if (subjects.how === 'metrics') return;
  const [one] = meant;
  const abroad = asked.mentions.some((each) => ['country', 'place', 'continent', 'party'].includes(each.is));
  if (fits.test(text) && !asksAmount(text) && !asksRules.test(text) && !abroad && one && meant.length === 1)
    add(
      withKind(found(text, fitOf(text, one, guide), guide), [one], { asked, guide }),
      lean + 3.2,
      ['search', 'content', 'title', 'category'],
      [{ start: 0, end: text.length }],
    );
  // 报方向十一还是方向十五
  if (explicit && meant.length > 1 && either.test(text))
    add(content(meant), lean + 4.5, ['search', 'content', 'title']);
  // 税收指标 asks for one of them
  const wantsAll = whole.test(
    metrics.reduce((left, { start, end }) => {
      const to = left.startsWith('指标', end) ? end + 2 : end;
      return left.slice(start, to).endsWith('指标')
        ? left.slice(0, start) + '#'.repeat(to - start) + left.slice(to)
        : left;
    }, text),
  );
  if (is('indicators') && (!told || wantsAll))
    add(allIndicators(meant), lean + (wantsAll ? plain + 1.5 : 0.5), ['indicators']);
  // 研究内容里提到平台没有: not what the indicators write
  const inContent = /研究内容|内容(?:里|中|部分|那)/.test(text) && !/指标/.test(text);
  if (is('content')) add(content(meant), lean + (inContent ? plain + 3 : told ? 0.2 : 0.7), ['content']);
  // 归哪一类, 粒径多大: both in one breath
  const twoThings = is('category') && part && sure.length > 0;
  if (twoThings)
    add(
      joined(category(meant, guide), part),
      lean + 6 + weak,
      ['category', 'title', 'country', 'kinds', 'indicators', 'finer', 'quota'],
      clausesOf(text, sure),
    );
  // 拟立几项, 专利几项
  if (part && sure.length > 0 && is('quota') && ownQuota.test(text) && !others.test(text))
    add(
      joined(quota(meant, guide), part),
      lean + 6 + weak,
      ['quota', 'indicators', 'finer', 'title'],
      clausesOf(text, sure),
    );
  if (is('category') || is('country'))
    add(category(meant, guide), lean + 0.85, ['category', 'title', 'country', 'kinds']);
  if (is('quota') && !others.test(text))
    add(
      ofQuota(text, quota(meant, guide)),
      lean +
        (told && sure.length > 0 ? 0 : plain) +
        (!told ? 1 : /立项|拟立|(?<!报)批(?!文|件|准)|名额|资助|立(?:几|多少|两|一)/.test(text) ? 1.9 : 0.2),
      ['quota'],
    );
  if (is('title') && !is('indicators')) add(category(meant, guide), lean + 0.5, ['title']);
  if (is('money') && !told) {
    const compared = /别的方向|其他方向|其它方向|另外的方向|各方向|每个方向|方向.{0,8}(?:一样|相同|不同)/.test(text);
    add(money(meant, guide), lean + (compared ? 8 : 1), ['money']);
  }
  if (is('all')) add(allRequired(meant, guide), lean + 1, ['all', 'indicators']);
  if (explicit && (byNumber || is('title') || (!told && asksRequired(text) && rest(asked))))
    add(
      rest(asked) && meant[0] && meant.length === 1 ? notFound(meant[0]) : overview(meant, guide),
      otherwise(asked) ? -0.35 : 0.5,
      ['content', 'indicators', 'title'],
    );
}

/** 能不能往抗旱那个方向靠: whether it takes the work. */
const fits =
  /(?:能不能|能否|可不可以|可否|能|可以|算不算|是不是).{0,10}(?:往|按|报|挂|套|靠|算|归|投|走|进)[^,。?]{0,14}(?:方向|选题|题|条|类)[^,。?]{0,6}(?:靠|报|套|挂|走|投|算|申报|吗|么|不|$)/;

/** The amount that is asked stands right behind the words. */
const asksOf = (text: string, { end }: Span) =>
  /^(?!.{0,4}立)[^,，]{0,4}(?:几|多|下限|上限|个数|率)/.test(text.slice(end));

/** 两个名额会不会给同一家: whom they go to is not written. */
function ofQuota(text: string, part: Part): Part {
  if (!/同一[家个]|同一单位|一家单位|都给|给谁|怎么分|分给|平分|同时给/.test(text)) return part;
  const [zh, en] = (['zh', 'en'] as const).map((language) => phraseIn(part.text, language));
  return {
    ...part,
    status: 'not-in-guide',
    text: {
      zh: `${zh ?? ''}指南没有写名额给谁、能不能给同一家单位。`,
      en: `${en ?? ''} The guide does not say to whom they go.`,
    },
  };
}

/** Two answers as one. */
function joined(one: Part, other: Part): Part {
  const [zh, en] = (['zh', 'en'] as const).map(
    (language) => `${phraseIn(one.text, language)}${phraseIn(other.text, language)}`,
  );
  return {
    ...other,
    id: `${one.id}+`,
    text: { zh: zh ?? '', en: en ?? '' },
    citations: [...one.citations, ...other.citations],
  };
}

/** The clauses in which these stand. */
function clausesOf(text: string, metrics: readonly Span[]): Span[] {
  return metrics.map(({ start, end }) => {
    const from = Math.max(...[',', '。', ';', '?', '!'].map((sign) => text.lastIndexOf(sign, start - 1))) + 1;
    const to = text.slice(end).search(/[,。;?!]|$/);
    return { start: from, end: end + to };
  });
}

/** The question touches something that is no matter of directions: 方向七的负责人年龄. */
export function otherwise({ touched }: Asking['asked']): boolean {
  return touched.some(({ concept }) => weightOf(concept) > 0.2 && !/^(?:dir|v)-/.test(concept));
}

const asksRules = /外方|对方|国家|国的|单位|企业|负责人|职称|博士|年龄|经费|万/;

/** How well the work that is told fits the direction that is named. */
function fitOf(text: string, direction: Direction, guide: Asking['guide']): Topic {
  const topic = topicOf(text, guide);
  const own = topic.directions.some(({ number }) => number === direction.number);
  return { directions: [direction], fit: own && topic.fit === 'sure' ? 'sure' : 'near' };
}

const filler =
  /请问|你好|您好|我|想|了解|知道|看|介绍|说|讲|一下|下|详细|具体|情况|内容|是|什么|啥|怎么|样|呢|吗|吧|呀|啊|的|那|个|这|给|帮|查|关于|选题|方向|要求|再|谢谢|[^\p{Script=Han}]/gu;

/** More is asked than the direction itself. */
function rest({ text, mentions }: Asking['asked']): boolean {
  const open = mentions.reduce(
    (left, { start, end }) => left.slice(0, start) + '#'.repeat(end - start) + left.slice(end),
    text,
  );
  return open.replace(filler, '').length > 1;
}

/** Something is asked for; without it, words of the field only tell what somebody works on. */
const asks =
  /[?]|多少|几|多大|多高|多深|吗|么|没|不|要|得|需|够|达|指标|要求|幅度|数量|下限|上限|率|量$|数$|范围|能力|各|how|what|which|rate|must/;

/** Which of the named ones takes the work. */
const either =
  /(?:报|选|申报|投|走|归|挂|算|放)[^,。?]{0,14}(?:还是|或者?)|哪个(?:更|比较)?(?:合适|适合|好|对口|贴)|还是[^,。?]{0,8}(?:合适|适合|对口|更好|贴切|妥)/;

/** How many projects, in words of their own. */
const ownQuota = /立项(?:数|几|多少)|拟?立(?:几|多少)[项个]|(?<!报)批(?:几|多少)[项个]|名额/;

/** 除了方向五，别的立几个 */
const others = /除了|除去|(?<![去清消解剔])除|其余|别的|其他方向|其它方向|另外/;

/** All of them: 考核指标有哪些, not one of them. */
const whole =
  /(?:考核)?指标(?:是什么|有哪些|都有|有什么|是啥|呢|$|[?。!])|全部(?:的)?(?:考核)?指标|所有(?:的)?(?:考核)?指标|(?:验收|考核)标准|(?:验收|结题)[^,。]{0,12}(?:什么|啥|哪些)|考核(?:什么|哪些|啥|内容|要求)|考核(?:的)?(?:都|分别)?(?:是)?(?:什么|啥|哪)|all (?:the )?indicators|what are the (?:\w+ )?(?:indicators|deliverables|targets)/;
