/** Greetings, thanks and what this is, answered only when the message asks nothing else; and what the guide does not write. */
import type { Guide } from '../../guide.ts';
import type { Phrase } from '../../language.ts';
import type { Asked } from '../asked.ts';
import type { AnswerFrame, Draft } from '../draft.ts';
import { weightOf } from '../lexicon.ts';
import { unknownIn } from '../unknown.ts';
import { absent } from './absent.ts';

const suggestions: readonly Phrase[] = ['项目负责人要满足什么条件？', '每个项目资助多少钱？', '合作协议要写哪些内容？'];

/** `{title}`, `{call}` (the title without 申报指南), `{plain}` (the title without the province) and `{year}` are the guide's. */
const courtesies: readonly { concept: string; text: Exclude<Phrase, string> }[] = [
  {
    concept: 'who-are-you',
    text: {
      zh: '我是{call}的申报助手，是程序，不是真人；我按申报指南回答，并给出条款和原文。要找人请回复“人工”，自查请回复“开始自查”。',
      en: 'I am the assistant for the {year} Jiangxi international S&T cooperation call: a program, not a person. I answer by the guide and quote it; reply “human” for a person.',
    },
  },
  {
    concept: 'what-can-you-do',
    text: {
      zh: '我能回答{title}的问题（条件、协议、方向、资助、友城、基地），也能带您自查：回复“开始自查”；要找人请回复“人工”。',
      en: 'I answer questions about the {year} Jiangxi international S&T cooperation guide, and check with you whether you can apply (“start”); reply “human” for a person.',
    },
  },
  {
    concept: 'greet',
    text: {
      zh: '您好！我可以解答{title}的问题；回复“开始自查”可以逐条核对能不能申报。',
      en: 'Hello! I answer questions about the {year} Jiangxi international S&T cooperation guide; reply “start” to check your application.',
    },
  },
  {
    concept: 'thank',
    text: {
      zh: '不客气！还有{plain}的问题，随时问我；要找人请回复“人工”。',
      en: 'You are welcome! Ask me anything else about the guide; reply “human” for a person.',
    },
  },
];

export function guards(asked: Asked, frame: AnswerFrame): Draft[] {
  return [...courteous(asked, frame), ...absent(asked, frame)];
}

function courteous(asked: Asked, { guide }: AnswerFrame): Draft[] {
  const courtesy = courtesies.find(({ concept }) => asked.concepts.has(concept));
  if (courtesy === undefined || asksMore(asked)) return [];
  const nothingElse = unknownIn(asked, guide, { start: 0, end: asked.text.length }).length === 0;
  if (!nothingElse) return [];
  const { concept, text } = courtesy;
  return [
    {
      id: `courtesy.${concept}`,
      status: 'answered',
      text: filled(text, guide),
      citations: [],
      uses: [...asked.concepts],
      bonus: 0.7,
      suggestions,
    },
  ];
}

function filled({ zh, en }: Exclude<Phrase, string>, { title, year }: Guide): Phrase {
  const call = title.replace(/申报指南$/, '');
  const names: Record<string, string> = { title, call, plain: title.replace('江西省', ''), year: String(year) };
  const say = (text: string): string => text.replace(/\{(\w+)\}/g, (_whole, name: string) => names[name] ?? '');
  return { zh: say(zh), ...(en !== undefined && { en: say(en) }) };
}

/** Concepts that a greeting may hold without asking anything. */
const slight = 0.5;

const asksMore = ({ concepts, mentions }: Asked) =>
  mentions.length > 0 || [...concepts].some((concept) => weightOf(concept) > slight);
