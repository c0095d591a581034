/** What is said when no answer fits well enough. */
import type { Phrase } from '../language.ts';
import { topicOf } from './answerers/directions/search.ts';
import type { Asked, Thing } from './asked.ts';
import { beyondGuide } from './beyond.ts';
import type { AnswerFrame, Draft } from './draft.ts';
import { nearest } from './nearest.ts';
import { refocused } from './refocus.ts';
import { withResidual } from './residual.ts';

/** A topic and nothing else (协议, 外方?). */
const longestBare = 6;

/** Near: at most three questions to choose from. Nothing near: the guide does not say. */
export function unsure(asked: Asked, drafts: readonly Draft[], frame: AnswerFrame): Draft {
  const second = refocused(asked, frame);
  if (second) return withResidual(second.draft, second.asked, frame);
  const bare = asked.text.length <= longestBare ? drafts.find(({ status }) => status === 'clarify') : undefined;
  const draft = bare ?? nearest(asked, drafts, frame) ?? (isVague(asked) ? asking(which, usual) : beyondGuide());
  return { ...draft, about: workTold(asked, frame) };
}

/** 我们用卫星盯着林子: the direction of the work that is told, to which the next question may go back. */
function workTold({ text, mentions }: Asked, { guide }: AnswerFrame): Thing[] {
  if (mentions.some(({ is }) => is === 'direction')) return [];
  const { directions, fit } = topicOf(text, guide);
  const [only] = directions;
  return only && directions.length === 1 && fit === 'sure' ? [{ is: 'direction', number: only.number }] : [];
}

/** 那个要多少, 我这种情况行不行: points at something, or at everything, and names nothing. */
const vague =
  /^(?:请问|那|哎|诶|老师)?(?:这个|那个|这|那|它|我|我们|咱们?|俺们?|这种|那种)|(?:这|那)(?:种|个)?(?:情况|样|条件|项|块)|多少|几个|怎么弄|咋办|怎么办|行不行|搞得成|^.{0,4}够(?:不够|吗|么)/;
const longestVague = 16;
const isVague = ({ text, mentions }: Asked) => text.length <= longestVague && mentions.length === 0 && vague.test(text);

const asking = (text: Phrase, suggestions: readonly Phrase[]): Draft => ({
  id: 'unsure',
  status: 'clarify',
  text,
  citations: [],
  uses: [],
  suggestions,
});

const which: Phrase = {
  zh: '请问您说的是哪一项？请补充一下（负责人、单位、外方、经费、协议还是选题方向），也可以点下面的问题，或回复“开始自查”逐条核对。',
  en: 'Which do you mean: the lead, the unit, the partner, the money, the agreement or a direction? Please add that, or choose a question below.',
};
const usual: readonly Phrase[] = ['申报要满足哪些条件', '每个项目资助多少钱', '共性考核指标有哪些'];
