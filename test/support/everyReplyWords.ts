/** What is said to the dialogs so that they say everything that they can. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Command } from '../../dialogs/commands.ts';
import { mask } from '../../state/mask.ts';

/** One form of each command: a new one that is missing here does not compile. */
export const spoken: Readonly<Record<Command, string>> = {
  start: '开始自查',
  resume: '继续',
  back: '上一题',
  why: '为什么',
  skip: '跳过',
  restart: '重来',
  verdict: '结论',
  help: '帮助',
  person: '转人工',
  progress: '进度',
  amend: '修改',
  'new-case': '新的一份',
  cases: '我的申报',
  'swap-lead': '换负责人',
  'swap-partner': '换合作方',
  'swap-direction': '换方向',
  'swap-unit': '换单位',
};

/** Answers no question, and is none. */
export const nonsense = '……';

/** Said in every state beside the commands: own data, nothing at all, too much, an earlier answer changed, several cases, a question. */
export const besides: readonly string[] = [
  '我的数据',
  '导出我的数据',
  '删除我的数据',
  '',
  '长'.repeat(4001),
  '改第3题',
  '修改职称',
  '职称写错了，是讲师',
  '改名 铜箔项目',
  '切换到第9份',
  mask('身份证号是 360102198001012354'),
  '年龄有什么要求？',
  '今天股票会涨吗？',
  '不知道',
  nonsense,
];

/** What others wrote, handed on: with questions, with more than are answered at once, without any. */
export const forwarded: readonly string[] = [
  '大家好\n年龄有什么要求？\n我是副教授，1980年3月生\n能给多少钱？',
  [
    '年龄有什么要求？',
    '能给多少钱？',
    '截止日期是哪天？',
    '要几份推荐函？',
    '外文协议要翻译件吗？',
    '企业要自筹多少？',
    '项目做几年？',
  ].join('\n'),
  '好的\n收到',
];

const set = z.array(z.looseObject({ question: z.string() }));
const folder = new URL('../eval/', import.meta.url);

/** The questions of a set. */
export const questionsIn = (name: string): string[] =>
  set.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))).map(({ question }) => question);

/** Their answers are the longest that all the sets have; the last is several in one message. */
export const longQuestions: readonly string[] = [
  '乌兹别克有，塔吉克也有，哈萨克斯坦咋翻不到，是我眼花么？',
  '那个“国际创新园”类型的只有医药一家吧？它背后的依托单位是谁？',
  '附3这15家基地跟前两年比增减了哪几家？还有依托单位有没有单列名额',
  '那西雅图呢？也在华盛顿州',
  '我在读研，想看看中子飞行时间谱仪这题：要测的中子能量是从多少到多少？另外博士后要带几个？',
  '以色列名下总共几份？有没有专门讲2023年度的？',
  'How many documents with Finland are on the list, and does one of them run out in 2023?',
  '附3一共有哪些基地？附2里美国有哪些友好城市？附1里俄罗斯有哪些协议？方向六的考核指标是什么？方向九的考核指标呢？申报要交哪些材料？',
];
