/** Answers about one to three directions: their indicators, content, kind, number of projects. */
import type { Guide } from '../../../guide.ts';
import { timesAsked } from '../../cues.ts';
import type { Citation } from '../../draft.ts';
import { timesAmount } from './amounts.ts';
import type { Part } from './asking.ts';
import { finer } from './intents.ts';
import { byUnit, byWords, hitsOf, type Metric, nearest, relatives } from './metrics.ts';
import {
  bare,
  categoryQuote,
  contentClause,
  type Direction,
  type Indicator,
  indicatorClause,
  linked,
  named,
  namedInEnglish,
  partnerPlace,
  partnerPlaceInEnglish,
  quotaQuestion,
  quotaQuote,
} from './say.ts';

const cited = (direction: Direction, indicators: readonly Indicator[]): Citation[] =>
  indicators.map(({ text }) => ({ clause: indicatorClause(direction), quote: bare(text) }));
export const also = (direction: Direction) => [
  `方向${direction.numeral}的考核指标`,
  `方向${direction.numeral}的研究内容`,
];

/** All indicators, word for word in the quotation. */
export function allIndicators(directions: readonly Direction[]): Part {
  const zh = directions.map((each) => `${named(each)}的考核指标共 ${each.indicators.length} 条，原文如下`).join('；');
  const en = directions.map((each) => `The indicators of ${namedInEnglish(each)}, as written`).join('; ');
  return {
    id: 'direction.indicators',
    status: 'answered',
    text: { zh: `${zh}（此外还要完成共性考核指标）：`, en: `${en} (the common indicators come on top):` },
    citations: directions.map((each) => ({ clause: indicatorClause(each), quote: each.indicatorText })),
    suggestions: ['共性考核指标有哪些', ...directions.slice(0, 2).map(({ numeral }) => `方向${numeral}的研究内容`)],
  };
}

export function content(directions: readonly Direction[]): Part {
  return {
    id: 'direction.content',
    status: 'answered',
    text: {
      zh: `${directions.map((each) => `${named(each)}的研究内容`).join('；')}，原文如下：`,
      en: `The research content of ${directions.map(namedInEnglish).join(' and ')}, as written:`,
    },
    citations: directions.map((each) => ({ clause: contentClause(each), quote: each.content })),
    suggestions: directions.slice(0, 2).map(({ numeral }) => `方向${numeral}的考核指标`),
  };
}

/** Name, kind, number of projects in one sentence; `whole` adds content and indicators. */
export function overview(directions: readonly Direction[], guide: Guide): Part {
  const one = directions.length === 1 ? directions[0] : undefined;
  return {
    id: 'direction.overview',
    status: 'answered',
    text: {
      zh: `${directions
        .map((each) => `${named(each)}属于“${each.category}”，拟立项${each.quota}个`)
        .join('；')}。${one ? '研究内容和考核指标如下：' : ''}`,
      en: `${directions.map((each) => `${namedInEnglish(each)} belongs to “${each.category}”; projects planned: ${each.quota}`).join('; ')}.`,
    },
    citations: one
      ? [
          { clause: contentClause(one), quote: one.content },
          { clause: indicatorClause(one), quote: one.indicatorText },
        ]
      : directions.map((each) => categoryQuote(each, guide)),
    suggestions: directions.slice(0, 2).flatMap(also).slice(0, 3),
  };
}

/** Title and kind, and where by the kind's name the partner has to be. */
export function category(directions: readonly Direction[], guide: Guide): Part {
  return {
    id: 'direction.category',
    status: 'answered',
    text: {
      zh: `${directions
        .map((each) => `${named(each)}属于“${each.category}”，按类别名称，国（境）外合作方应是${partnerPlace(each)}的`)
        .join('；')}。`,
      en: `${directions
        .map(
          (each) =>
            `${namedInEnglish(each)} belongs to “${each.category}”: by that name the partner has to be in ${partnerPlaceInEnglish(each)}`,
        )
        .join('; ')}.`,
    },
    citations: directions.map((each) => categoryQuote(each, guide)),
    suggestions: directions.slice(0, 1).flatMap(also),
  };
}

/** Something is asked of it that we do not find in its text. */
export function notFound(direction: Direction): Part {
  return {
    id: 'direction.not-found',
    status: 'not-in-guide',
    text: {
      zh: `${named(direction)}的研究内容和考核指标里没有找到直接写您问的这一点的话，原文如下，请对照。`,
      en: `The text of ${namedInEnglish(direction)} does not mention this directly; it is quoted below.`,
    },
    citations: [
      { clause: contentClause(direction), quote: direction.content },
      { clause: indicatorClause(direction), quote: direction.indicatorText },
    ],
    suggestions: ['选题方向有哪些'],
  };
}

export function quota(directions: readonly Direction[], guide: Guide): Part {
  return {
    id: 'direction.quota',
    status: 'answered',
    text: {
      zh: `${directions.map((each) => `${named(each)}拟立项${each.quota}个`).join('；')}。`,
      en: `${directions.map((each) => `${namedInEnglish(each)}: projects planned: ${each.quota}`).join('; ')}.`,
    },
    citations: directions.map((each) => quotaQuote(each, guide)),
    suggestions: [quotaQuestion(guide), ...directions.slice(0, 1).map(({ numeral }) => `方向${numeral}的考核指标`)],
  };
}

/** More than one thing is asked for in one breath: then all the indicators stand below. */
const several = /、|顺带|顺便|再问|数和|量和|率和|各(?!种|类|方|个)|分别|以及|还有|听说|另外|\b(?:and|versus|both)\b/;
/** What a long sentence asks is easily missed in part. */
const longest = 45;

interface Found {
  direction: Direction;
  hits: readonly Indicator[];
  missing: readonly { word: string; near: readonly Indicator[] }[];
  /** By a metric that is named, not only by a unit or by words that they share. */
  plain: boolean;
}

/** The indicators that are asked for by metric; what is not written is said, with what is written beside it. */
export function byMetric(
  question: string,
  directions: readonly Direction[],
  metrics: readonly Metric[],
): Part | undefined {
  const found = directions.map((direction): Found => find(question, direction, metrics));
  if (found.every(({ hits, missing }) => hits.length === 0 && missing.length === 0)) return undefined;
  const some = found.some(({ hits }) => hits.length > 0);
  const plainly = found.every(({ plain }) => plain);
  if (!plainly && directions.length === 1) return allIndicators(directions);
  const beyond = finer.filter(({ pattern, of }) => pattern.test(question) && (of === undefined || of.test(question)));
  const many =
    timesAsked(question) > 1 ||
    timesAmount(question) > 1 ||
    several.test(question) ||
    question.length > longest ||
    new Set(metrics.map(({ start }) => start)).size > 1;
  const citations = found.flatMap(({ direction, hits, missing }) => {
    if (many) return [{ clause: indicatorClause(direction), quote: direction.indicatorText }];
    const shown = [...hits, ...missing.flatMap(({ near }) => near)];
    const once = shown.filter((each, at) => shown.indexOf(each) === at);
    return once.length > 0
      ? cited(direction, once)
      : [{ clause: indicatorClause(direction), quote: direction.indicatorText }];
  });
  const short = found.length === 1 && citations.every(({ quote }) => quote.length < 90);
  return {
    id: beyond.length > 0 ? 'direction.finer' : some ? 'direction.metric' : 'direction.no-metric',
    status: beyond.length > 0 || !some ? 'not-in-guide' : 'answered',
    text: {
      zh: `${found.map(sentence).join('')}${beyond.map(({ zh }) => `指南没有写${zh}。`).join('')}`,
      en: `${found.map(sentenceInEnglish).join(' ')}${beyond.map(({ en }) => ` The guide does not say ${en}.`).join('')}`,
    },
    citations: citations.slice(0, short ? 6 : 8),
    suggestions: directions.slice(0, 2).map(({ numeral }) => `方向${numeral}的考核指标`),
  };
}

function find(question: string, direction: Direction, metrics: readonly Metric[]): Found {
  const ids = [...new Set(metrics.map(({ id }) => id))];
  const hits = new Set<Indicator>();
  const missing: { word: string; near: readonly Indicator[] }[] = [];
  const met = new Set<string>();
  for (const id of ids) {
    const own = nearest(question, hitsOf(id, direction));
    for (const each of own) hits.add(each);
    if (own.length > 0) for (const { word } of metrics.filter((each) => each.id === id)) met.add(word);
  }
  for (const { id, word } of metrics) {
    if (met.has(word) || missing.some((each) => each.word === word)) continue;
    missing.push({ word, near: relatives(id, direction) });
  }
  const absent = missing.filter(({ word }) => plainMetric.test(word));
  const plain = hits.size > 0 || absent.length > 0;
  if (!plain)
    for (const each of nearest(question, [...byUnit(question, direction), ...byWords(question, direction)]))
      hits.add(each);
  return { direction, hits: ordered(direction, hits), missing: absent, plain };
}

/** Only what every applicant means the same by is denied: 软著, 国家标准, 博士后. */
const plainMetric =
  /论文|文章|专利|软|著|标准|国标|地标|团标|行标|规范|研究生|硕士|博士|学生|人才|引进|实验室|样机|数据库|平台|基地|专著|书|药典|手册|伦理|中试|临床|经济|产值|销售|利税|税收|纳税|利润|paper|patent|software|copyright|standard|student|postdoc|talent|prototype|database|platform|base|monograph|book|lab/;

const ordered = (direction: Direction, hits: ReadonlySet<Indicator>) =>
  direction.indicators.filter((each) => hits.has(each));

function sentence({ direction, hits, missing }: Found): string {
  const said = hits.length > 0 ? `${named(direction)}的考核指标写明：${linked(hits)}。` : '';
  const absent = missing.map(({ word, near }) => {
    const others = near.filter((each) => !hits.includes(each));
    return `${said === '' ? `${named(direction)}的` : '该方向的'}考核指标里没有写“${word}”${others.length > 0 ? `，写到的相关指标是：${linked(others)}` : ''}。`;
  });
  return said + absent.join('');
}

function sentenceInEnglish({ direction, hits, missing }: Found): string {
  const said = hits.length > 0 ? `For ${namedInEnglish(direction)} the guide writes: ${linked(hits)}.` : '';
  const absent = missing.map(
    ({ word, near }) =>
      ` The indicators of ${namedInEnglish(direction)} do not mention “${word}”: the guide does not say${near.length > 0 ? `; related: ${linked(near)}` : ''}.`,
  );
  return `${said}${absent.join('')}`.trim();
}
