/** Questions over all directions: which require a metric, which most, how many there are, which are there. */
import type { Guide } from '../../../guide.ts';
import type { Citation } from '../../draft.ts';
import type { Part } from './asking.ts';
import { stands } from './intents.ts';
import { hitsOf, type Metric } from './metrics.ts';
import { bare, type Direction, type Indicator, indicatorClause, quotaQuestion, row } from './say.ts';

interface Entry {
  direction: Direction;
  hits: readonly Indicator[];
  /** The least that is required, of all hits together. */
  low: number;
}

const bound =
  /(\d+|[一二两三四五六七八九十]{1,2})(?:篇|项|个|名|人|件|份|部|套)?(?:或|及)?(以上|以下|以内|及以上)|(?:超过|多于|大于|不少于|不低于|至少|>=?|≥|over|more than|at least) ?(\d+|[一二两三四五六七八九十]{1,2})/;
const han: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
const numberOf = (written: string) => han[written] ?? Number(written);

function entries(metric: Metric, guide: Guide): Entry[] {
  return guide.directions.flatMap((direction) => {
    const hits = hitsOf(metric.id, direction);
    const lows = hits.flatMap(({ measures }) => measures.map(({ low }) => low ?? 0));
    return hits.length === 0 ? [] : [{ direction, hits, low: Math.max(0, ...lows) }];
  });
}

/** Which directions require a metric (and how much), out of all. */
export function requiring(question: string, metrics: readonly Metric[], guide: Guide): Part | undefined {
  const metric = [...metrics].sort((one, other) => other.word.length - one.word.length)[0];
  if (!metric) return undefined;
  const kind = kindNamed(question);
  const all = entries(metric, guide).filter(({ direction }) => kind === undefined || direction.categoryId === kind);
  const number = bound.exec(question);
  const least = number?.[1] ?? number?.[3];
  const under = /以下|以内/.test(number?.[2] ?? '');
  const limit = least === undefined ? undefined : numberOf(least);
  let shown =
    limit === undefined || Number.isNaN(limit) ? all : all.filter(({ low }) => (under ? low <= limit : low >= limit));
  const peak = Math.max(...all.map(({ low }) => low));
  const floor = Math.min(...all.map(({ low }) => low));
  if (stands(question, 'most')) shown = all.filter(({ low }) => low === peak);
  else if (stands(question, 'least')) shown = all.filter(({ low }) => low === floor);
  const without = lacking.test(question);
  const rest = guide.directions
    .filter(({ categoryId }) => kind === undefined || categoryId === kind)
    .filter((each) => !all.some(({ direction }) => direction === each));
  if (all.length === 0)
    return {
      id: 'direction.requiring-none',
      status: 'not-in-guide',
      text: {
        zh: `${guide.directions.length} 个选题方向的考核指标里都没有写“${metric.word}”。`,
        en: `No direction’s indicators mention “${metric.word}”: the guide does not say.`,
      },
      citations: [],
      suggestions: ['选题方向有哪些'],
    };
  const total = guide.directions.filter(({ categoryId }) => kind === undefined || categoryId === kind).length;
  const zh = without
    ? rest.length === 0
      ? `没有：${total} 个选题方向的考核指标都写了“${metric.word.replace(/^(?:写|发表?|出)/u, '')}”。`
      : `${total} 个选题方向中，考核指标没有写“${metric.word}”的有 ${rest.length} 个：${row(rest)}。写了的有 ${all.length} 个：${all.map(brief).join('；')}。`
    : shown.length === 0
      ? `没有。考核指标写到“${metric.word}”的有：${all.map(brief).join('；')}。`
      : `${total} 个选题方向中有 ${shown.length} 个：${shown.map(brief).join('；')}。${limit === undefined ? '' : '（按指标的下限算）'}`;
  const citations: Citation[] =
    shown.length > 4
      ? []
      : shown.flatMap(({ direction, hits }) =>
          hits.slice(0, 2).map(({ text }) => ({ clause: indicatorClause(direction), quote: bare(text) })),
        );
  return {
    id: 'direction.requiring',
    status: 'answered',
    text: {
      zh,
      en: `${shown.length} of ${total} directions: ${shown.map(({ direction, hits }) => `direction ${direction.number} (${hits.map(({ text }) => bare(text)).join('；')})`).join('; ')}.`,
    },
    citations,
    suggestions: shown.slice(0, 2).map(({ direction }) => `方向${direction.numeral}的考核指标`),
  };
}

/** 不用发论文的, 没有专利要求的. */
const lacking =
  /(?:不|没有?|无)(?:要求|需要?|用|必|写|要|涉及|提)|(?:没有?|无)[^,，。?]{1,8}(?:要求|指标)的|(?:没有?|无)(?:论文|专利|软著)的/;

/** 欧美那些方向里: one of the two kinds. */
function kindNamed(question: string): string | undefined {
  const [first, second] = [/欧美|欧洲|europe/.test(question), /其他国家|其它国家|其他类|other countr/.test(question)];
  if (first === second) return undefined;
  return first ? 'europe-americas' : 'other-countries-regions';
}

const brief = ({ direction, hits }: Entry) =>
  `方向${direction.numeral}（${hits.map(({ text }) => bare(text)).join('，')}）`;

function byCategory(guide: Guide): { name: string; within: readonly Direction[] }[] {
  return guide.types.map(({ id, name }) => ({
    name,
    within: guide.directions.filter(({ categoryId }) => categoryId === id),
  }));
}

export function howMany(guide: Guide): Part {
  const kinds = byCategory(guide).map(({ name, within }) => `“${name}”${within.length}个（${span(within)}）`);
  const english = byCategory(guide).map(({ name, within }) => `${within.length} in “${name}”`);
  return {
    id: 'direction.total',
    status: 'answered',
    text: {
      zh: `共 ${guide.directions.length} 个选题方向：${kinds.join('，')}。`,
      en: `${guide.directions.length} directions: ${english.join(', ')}.`,
    },
    citations: kindQuotes(guide),
    suggestions: ['选题方向有哪些', '每个方向拟立项几个'],
  };
}

const kindQuotes = (guide: Guide): Citation[] =>
  guide.types.map(({ heading, name }) => ({ clause: '五', quote: `${heading}${name}` }));
const span = (within: readonly Direction[]) => `方向${within[0]?.numeral}至${within.at(-1)?.numeral}`;

/** All titles, or those of the kind that is named. */
export function titles(question: string, guide: Guide): Part {
  const kinds = byCategory(guide).filter(({ within }) => {
    const first = /欧|美洲|europe|america/.test(question);
    const second = /其他|其它|港澳|亚洲|非洲|日本|韩国|东盟|other countr|asia/.test(question);
    return first === second || (within[0]?.categoryId === 'europe-americas') === first;
  });
  const listed = kinds.map(
    ({ name, within }) =>
      `“${name}”${within.length}个：${within.map(({ numeral, title }) => `方向${numeral} ${title}`).join('；')}`,
  );
  return {
    id: 'direction.titles',
    status: 'answered',
    text: {
      zh: `${listed.join('。\n')}。`,
      en: `${kinds.map(({ name, within }) => `“${name}”, ${within.length} directions: ${within.map(({ number, title }) => `${number} ${title}`).join('; ')}`).join('. ')}.`,
    },
    citations: [],
    suggestions: ['方向一的考核指标', quotaQuestion(guide)],
  };
}

/** How many projects, over all directions. */
export function quotas(guide: Guide): Part {
  const more = guide.directions.filter(({ quota }) => quota > 1);
  const sum = guide.directions.reduce((all, { quota }) => all + quota, 0);
  const kinds = byCategory(guide).map(
    ({ name, within }) => `“${name}”${within.reduce((all, { quota }) => all + quota, 0)}个`,
  );
  const few = more.map(({ numeral, title, quota }) => `方向${numeral}“${title}”拟立项${quota}个`).join('；');
  const rest = few === '' ? '每个选题方向拟立项1个' : `${few}，其余选题方向拟各立项1个`;
  return {
    id: 'direction.quotas',
    status: 'answered',
    text: {
      zh: `${rest}（${guide.directions.length} 个方向合计 ${sum} 个）。按类别：${kinds.join('，')}。`,
      en: `${more.map(({ number, quota }) => `Direction ${number}: ${quota} projects; `).join('')}each other direction: 1 project (${sum} in all).`,
    },
    citations: [{ clause: guide.funding.quota.clause, quote: guide.funding.quota.quote }],
    suggestions: ['选题方向有哪些'],
  };
}
