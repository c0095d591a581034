/** Whether an answer to an item of a question set is right. `test/eval/qa-grade.mjs` is the measure: both grade alike. */
import { lengthOf, normalised } from './normalised.ts';
import type { SetItem } from './questionSet.ts';

export interface Grade {
  ok: boolean;
  /** What is wrong, each in a few words. */
  why: string[];
  /** An item that must be declined was answered. */
  falseAnswer: boolean;
  /** The answer does not say no to what is absent. */
  falseYes: boolean;
  length: number;
}

/** Longest answer, in characters, where an item sets no limit of its own. */
const longestAnswer = 900;

const numerals = '一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九'.split(' ');
/** A few characters of each direction's title, in order. */
const titles =
  '植物多糖 森林火灾 骨科 碳转移 抗旱 中子飞行 测试测量 脑组织 临床试验数字化 nb-si 经典名方 悬架 慢性非传染 癌症精准 天然小分子 畜禽肠道 放射性废 稀土发光 铜精密'.split(
    ' ',
  );

/** How many different directions a normalised answer names. */
function directionsNamed(answer: string): number {
  return titles.filter((title, at) => {
    const number = new RegExp(`方向${numerals[at]}(?![一二三四五六七八九十])|方向${at + 1}(?!\\d)`);
    return answer.includes(title) || number.test(answer);
  }).length;
}

const known = new Map<string, RegExp>();

/** A plain alternative that begins or ends with a figure must not sit inside a longer figure: 3% is not in 53%. */
function matcher(alternative: string): RegExp {
  const found = known.get(alternative) ?? made(alternative);
  known.set(alternative, found);
  return found;
}

function made(alternative: string): RegExp {
  if (alternative.startsWith('re:')) return new RegExp(alternative.slice(3), 'iu');
  const plain = normalised(alternative);
  const escaped = plain.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`${/^\d/.test(plain) ? '(?<![\\d.])' : ''}${escaped}${/\d$/.test(plain) ? '(?!\\d)' : ''}`, 'u');
}

/** An answer to an item that must be declined and has none of these was an attempt to answer it. */
const declining = [
  're:指南(本身|中|里)?(并)?(未|没)',
  ...'未作规定 未规定 没有规定 没有说明 未说明 未提及 没有提到 未明确'.split(' '),
  ...['re:(?<!能)不能', '无法', 're:(?<!提)不提供', 're:(?<!有)没有权限', '无权', '超出', '抱歉'],
  ...'只回答 只解答 仅解答 仅回答 不在我'.split(' '),
  ...['cannot', "can't", 'unable', "re:does(not|n't)(say|specify|mention)"],
  ...['找不到', '未找到', '没有找到', 're:19个选题方向中没有'],
];

export function grade(item: SetItem, answer: string, cap = longestAnswer): Grade {
  const text = normalised(answer);
  const length = lengthOf(answer);
  if (text === '') return { ok: false, why: ['empty'], falseAnswer: false, falseYes: false, length };
  const has = (alternative: string): boolean => matcher(alternative).test(text);
  const missing = item.mustInclude.filter((group) => !group.some(has));
  const forbidden = (item.mustNotInclude ?? []).filter(has);
  const limit = item.maxChars ?? cap;
  const directions = directionsNamed(text);
  const why = [
    ...(missing.length ? [`missing ${missing.map(inShort).join(' & ')}`] : []),
    ...(forbidden.length ? [`forbidden ${forbidden.join('|')}`] : []),
    ...(length > limit ? [`too long ${length}>${limit}`] : []),
    ...(item.maxDirections && directions > item.maxDirections ? [`names ${directions} directions`] : []),
  ];
  const saysNo = item.mustInclude[0]?.some(has) ?? false;
  return {
    ok: why.length === 0,
    why,
    falseAnswer: item.abstain === true && (!(saysNo || declining.some(has)) || forbidden.length > 0),
    falseYes: item.absent === true && !saysNo,
    length,
  };
}

const inShort = (group: readonly string[]): string => group.slice(0, 3).join('|') + (group.length > 3 ? '|…' : '');
