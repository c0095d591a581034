/** Questions about the project and its money: 一, 二, 五. */
import { categoryOf } from '../category.ts';
import type { Facts } from '../facts.ts';
import type { Guide } from '../guide.ts';
import type { AnswerContext, Patch, Question } from '../question.ts';
import { doubtsFit, fitsDirection, saysFit } from '../read/fitsDirection.ts';
import { readDirection } from '../read/readDirection.ts';
import { readJointLab } from '../read/readJointLab.ts';
import { readMonths } from '../read/readMonths.ts';
import type { Reading } from '../reading.ts';
import { asFacts, moneyAnswer, yesNo } from './build.ts';

const direction: Question = {
  id: 'direction',
  topic: 'direction',
  settles: ['direction', 'directionFit'],
  wording: {
    zh: {
      ask: '报哪个选题方向、主要做什么？写编号和几个关键词。可选{x:allowedDirections}。',
      retry: [
        '没找到相近的方向，请写编号，例如“{x:directionExample}”。',
        '请从{x:allowedDirections}里选一个编号；拿不准就写研究内容的关键词。',
        '先记“未定”，结论里会列出可选的方向。',
      ],
    },
  },
  parts: {
    directionFit: {
      ask: '您的研究内容与{direction}基本相符吗？',
      choices: ['相符', '不相符', '不确定'],
      read: readFit,
    },
  },
  read(text, { facts, guide }) {
    const said = saysFit(text);
    const near = nearest(text, facts, guide);
    if (near?.is !== 'value' && said === 'does-not-fit') return { is: 'value', value: { directionFit: said } };
    return asFacts(near, (value) => {
      const found = guide.directions.find((each) => each.number === value);
      const fits = found !== undefined && !doubtsFit(text) && fitsDirection(text, found) ? 'fits' : undefined;
      return { direction: value, topic: text.slice(0, 200), directionFit: said ?? fits };
    });
  },
  examples: [
    ['方向十五，天然小分子', { direction: 15, topic: '方向十五，天然小分子', directionFit: 'fits' }],
    ['还没定', 'unknown'],
  ],
};

/** Any direction that is clearly meant; where several are near, those of the category that the partners make. */
function nearest(text: string, facts: Facts, guide: Guide): Reading<number> | undefined {
  const all = readDirection(text, guide.directions);
  if (all?.is === 'value') return all;
  const category = categoryOf(facts, guide);
  const own = guide.directions.filter((each) => each.categoryId === category);
  return (own.length ? readDirection(text, own) : undefined) ?? all;
}

function readFit(text: string, { facts, guide }: AnswerContext): Reading<Patch> | undefined {
  const said = saysFit(text);
  if (said !== undefined) return { is: 'value', value: { directionFit: said } };
  if (doubtsFit(text)) return { is: 'unknown' };
  if (
    /^(?:是的?|对|嗯|差不多|大体|基本)*[，,]?(?:相?符合?|差不多|是这个方向)?[的了吧。，,谢您～~]*$/.test(text.trim())
  ) {
    return { is: 'value', value: { directionFit: 'fits' } };
  }
  const chosen = guide.directions.find((each) => each.number === facts.direction);
  if (chosen && fitsDirection(text, chosen))
    return { is: 'value', value: { directionFit: 'fits', topic: text.slice(0, 200) } };
  return yesNo(text.slice(0, 12), { directionFit: 'fits' }, { directionFit: 'does-not-fit' }, true);
}

const applied: Question = {
  id: 'funding.applied',
  topic: 'funding.applied',
  settles: ['funding.applied'],
  wording: {
    zh: {
      ask: '打算申请省财政资金多少万元？例如 100 万元。',
      retry: ['请写一个数，例如“100万元”。', '写申请额，单位是万元，例如“100”。', '这一题先放着，最后再补。'],
    },
  },
  read: (text) => moneyAnswer(text, 'applied'),
  examples: [
    ['预算里省里这块是100万。', { 'funding.applied': 1_000_000 }],
    ['一百二十万', { 'funding.applied': 1_200_000 }],
    ['100w～', { 'funding.applied': 1_000_000 }],
    ['还没定', 'unknown'],
  ],
};

const duration: Question = {
  id: 'project.duration',
  topic: 'project.duration',
  settles: ['project.months'],
  wording: {
    zh: {
      ask: '项目计划做几年？',
      retry: ['请写年数，例如“3年”或“36个月”。', '看申报书里的实施期，写几年就行。', '这一题先放着，最后再补。'],
    },
  },
  read: (text, { today }) => asFacts(readMonths(text, today), (value) => ({ 'project.months': value })),
  examples: [
    ['实施期三年', { 'project.months': 36 }],
    ['36个月', { 'project.months': 36 }],
    ['两年', { 'project.months': 24 }],
    ['不知道', 'unknown'],
  ],
};

const jointLab: Question = {
  id: 'jointLab',
  topic: 'jointLab',
  settles: ['jointLab'],
  wording: {
    zh: {
      ask: '和国（境）外有没有已建成的联合实验室？',
      why: '有的话在同等条件下优先，没有也不影响申报；计划建的不算。',
      retry: ['请回复“有”“没有”或“计划建”。', '已经批准或挂牌的才算“有”。', '这一题先放着，最后再补。'],
      choices: ['有', '没有', '计划建'],
    },
  },
  read: (text) => asFacts(readJointLab(text), (value) => ({ jointLab: value })),
  examples: [
    ['暂时没有哈', { jointLab: 'none' }],
    ['有，2021年省科技厅批的联合实验室', { jointLab: 'existing' }],
    ['不清楚', 'unknown'],
  ],
};

export const projectQuestions = { direction, applied, duration, jointLab };
