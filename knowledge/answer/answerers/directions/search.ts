/** 我们做…的，能报哪个方向: the one to three nearest, or plainly none. */
import type { Guide } from '../../../guide.ts';
import { termScores } from '../../../read/directionTerms.ts';
import { topicScores, topicTokens } from '../../../read/directionTopics.ts';
import { sentenceWith } from '../sentence.ts';
import type { Part } from './asking.ts';
import { foreignWords } from './foreignTopics.ts';
import { contentClause, type Direction, named, namedInEnglish } from './say.ts';
import { termSpans } from './subjects.ts';

export interface Topic {
  directions: readonly Direction[];
  /** `sure`: its own words; `near`: only touches it; `none`: no direction speaks of it. */
  fit: 'sure' | 'near' | 'none';
}

/** How much of the words' weight a direction's text must hold where no term of the field is known. */
const enough = 0.5;

export function topicOf(text: string, guide: Guide): Topic {
  const find = (number: number) => guide.directions.find((each) => each.number === number);
  // 猪的肠道 is 猪肠道
  const scores = termScores(`${text}\n${text.replaceAll(/的(?!方|选|题|课|项|指|$)/gu, '')}`, guide.directions);
  const [best] = scores;
  const other = strange(text, guide);
  if (best && (best.weight >= 2 || best.terms > 1 || !other)) {
    const near = scores.filter(({ weight }) => weight >= best.weight * 0.62).slice(0, 3);
    const sure = !other && (best.weight >= 3 || best.terms > 1) && near.length < 3;
    return { directions: near.flatMap(({ number }) => find(number) ?? []), fit: sure ? 'sure' : 'near' };
  }
  const words = text.replace(around, ' ');
  const [topic] = other || topicTokens(words).length < 2 ? [] : topicScores(words, guide.directions);
  const direction = topic && topic.whole >= enough ? find(topic.number) : undefined;
  return direction ? { directions: [direction], fit: 'near' } : { directions: [], fit: 'none' };
}

/** Fields of no direction, but for words inside a direction's own terms (柑橘 in 柑橘皮). */
function strange(text: string, guide: Guide): boolean {
  const own = termSpans(text, guide.directions);
  return foreignWords(text).some((word) => !own.some(({ start, end }) => start <= word.start && word.end <= end));
}

const around =
  /我们|我|咱|团队|课题组|单位|公司|学校|学院|医院|老师|教授|可以|能|报|选|哪个|哪|第几|方向|选题|对应|适合|合适|属于|对口|有没有|吗|呢|是|做|搞|弄|研究|的|课题|项目|申报|主要|从事|一直|想|应该|请问|你好|您好/g;

export function found(text: string, { directions, fit }: Topic, guide: Guide): Part {
  const several = directions.length > 1;
  const list = directions.map((each) => `${named(each)}（${each.category}）`).join('；');
  const check = '申报书内容须与选题方向“基本相符”，请对照研究内容再定。';
  const zh =
    fit === 'sure'
      ? `${several ? '对应的有' : '对应的是'}${list}。${check}`
      : `${guide.directions.length} 个选题方向中没有专门写您这个题材的，最接近的是${list}。${check}`;
  const english = directions.map(namedInEnglish).join(' or ');
  const en =
    fit === 'sure'
      ? `It fits ${english}. The proposal must broadly match the direction; please compare the research content.`
      : `No direction is written for exactly this topic; the nearest is ${english}. The proposal must broadly match the direction.`;
  return {
    id: 'direction.search',
    status: 'answered',
    text: { zh, en },
    citations: [
      ...directions.slice(0, 2).map((each) => ({ clause: contentClause(each), quote: passage(text, each) })),
      ...sentenceWith('选题方向基本相符', guide),
    ],
    suggestions: directions
      .slice(0, 2)
      .flatMap(({ numeral }) => [`方向${numeral}的研究内容`, `方向${numeral}的考核指标`])
      .slice(0, 3),
  };
}

export function none(guide: Guide): Part {
  const total = guide.directions.length;
  return {
    id: 'direction.none',
    status: 'answered',
    text: {
      zh: `${total} 个选题方向中没有对应您所说题材的方向。申报书内容须与选题方向“基本相符”；拿不准时请向省科技厅或推荐单位咨询，回复“人工”可以找人。`,
      en: `None: no direction among the ${total} corresponds to this topic. The proposal must broadly match a direction; please contact the science department, or reply “human” for a person.`,
    },
    citations: sentenceWith('选题方向基本相符', guide),
    suggestions: ['选题方向有哪些'],
  };
}

/** The piece of the research content that shares most words with the question. */
function passage(text: string, { contentItems, content }: Direction): string {
  const asked = new Set(topicTokens(text));
  const scored = contentItems.map((item) => ({
    item,
    shared: topicTokens(item).filter((token) => asked.has(token)).length,
  }));
  const best = scored.sort((one, other) => other.shared - one.shared)[0];
  const item = best && best.shared > 0 ? best.item : (contentItems[0] ?? content);
  return item.length > 110
    ? item
        .split(/(?<=，)/)
        .reduce((all, part) => (all.length > 60 ? all : all + part), '')
        .replace(/，$/, '')
    : item;
}

/** A number that no direction has. */
export function noSuch(numbers: readonly number[], guide: Guide): Part {
  const total = guide.directions.length;
  return {
    id: 'direction.no-such',
    status: 'answered',
    text: {
      zh: `没有方向${numbers.join('、')}：指南共 ${total} 个选题方向，编号从一到${guide.directions.at(-1)?.numeral}。`,
      en: `There is no direction ${numbers.join(', ')}: the guide has ${total} directions, numbered 1 to ${total}.`,
    },
    citations: [],
    suggestions: ['选题方向有哪些'],
  };
}
