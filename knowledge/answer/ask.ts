/** One question about the guide → one answer. Pure: the same question, memory, guide and day give the same answer. */
import type { Guide } from '../guide.ts';
import { type Overlay, overlaid } from '../overlay.ts';
import type { Asked } from './asked.ts';
import { besides } from './besides.ts';
import { type Answer, compose } from './compose.ts';
import type { AnswerFrame, Draft } from './draft.ts';
import { asksItself, completions, leans, type Memory, remembered, restsOn } from './follow.ts';
import { joined } from './joined.ts';
import { sameQuestion, withPublished } from './published.ts';
import { read } from './readQuestion.ts';
import { rankedFor } from './refocus.ts';
import { withResidual } from './residual.ts';
import { score as scoreOf } from './score.ts';
import { mostQuestions, questionsIn } from './split.ts';
import { unsure } from './unsure.ts';

export interface Question {
  /** As it was typed. */
  text: string;
  guide: Guide;
  overlay: Overlay | null;
  /** ISO day on which it was sent. */
  today: string;
  /** What was asked before in the same conversation. */
  memory?: Memory | undefined;
}

/** The answer, and what a follow-up may lean on. */
export function ask({ text, guide: bare, overlay, today, memory }: Question): { answer: Answer; memory: Memory } {
  const guide = overlaid(bare, overlay);
  const frame: AnswerFrame = { guide, today };
  let known = memory ?? {};
  const parts = partsOf(text, guide);
  const given = parts.slice(0, mostQuestions).flatMap((part, at) => {
    const { asked, drafts: chosen } = settled(read(part, guide), known, { ...frame, goesOn: at > 0 });
    known = remembered(asked, chosen[0], known);
    return chosen.map((draft) => ({ draft, language: asked.language }));
  });
  const once = given.filter(({ draft }, at) => given.findIndex((each) => each.draft.id === draft.id) === at);
  const answers = once.map(({ draft, language }) => compose(draft, { guide, language }));
  const left = Math.max(0, parts.length - mostQuestions);
  return { answer: joined(answers, { left, language: given[0]?.language ?? 'zh' }), memory: known };
}

/** A published question may itself be several sentences. */
function partsOf(text: string, guide: Guide): readonly string[] {
  const parts = questionsIn(text);
  if (!guide.laid || parts.length === 1 || text.length > longestPublished) return parts;
  return sameQuestion(read(text, guide), guide) ? [text] : parts;
}
const longestPublished = 220;

/** Scores under this are no answer, only a suggestion. */
const enough = 0.6;
/** A second question of one message goes on from the first, unless it surely asks something else. */
const plenty = 1.5;

/** 章: says no more than a field. */
const oneSign = /^\p{Script=Han}[?!。]*$/u;

interface Turn extends AnswerFrame {
  goesOn: boolean;
}

interface Settled {
  asked: Asked;
  drafts: readonly Draft[];
}

/** What staff published for it, or what the guide says. */
function settled(asked: Asked, memory: Memory, frame: Turn): Settled {
  const same = sameQuestion(asked, frame.guide);
  if (same) return { asked, drafts: [same] };
  const found = byGuide(asked, memory, frame);
  return { ...found, drafts: withPublished(found.drafts, asked, frame.guide) };
}

/** The question by itself, or completed by what was asked before when it points back or says too little alone. */
function byGuide(asked: Asked, memory: Memory, frame: Turn): Settled {
  const alone = best(asked, frame);
  if (leans(asked) || alone.score < (frame.goesOn ? plenty : enough)) {
    for (const completed of completions(asked, memory)) {
      const { draft, score } = best(completed, frame);
      if (draft && score >= enough && leansWell(draft, completed, asked) && !isFarther(draft, asked, alone))
        return { asked: completed, drafts: [withResidual(draft, completed, frame)] };
    }
  }
  const asking = oneSign.test(asked.text) ? alone.drafts.find(({ status }) => status === 'clarify') : undefined;
  if (asking) return { asked, drafts: [asking] };
  if (!alone.draft || alone.score < enough) return { asked, drafts: [unsure(asked, alone.drafts, frame)] };
  const first = withResidual(alone.draft, asked, frame);
  return { asked, drafts: first === alone.draft ? [first, ...besides(first, asked, alone.drafts)] : [first] };
}

/** How much less a draft may fit what is asked now than the answer that this would get by itself. */
const farther = 0.5;

/** 那写本子时哪三种指标 asks something of its own: the answer before it is no answer to that. */
function isFarther(draft: Draft, asked: Asked, alone: ReturnType<typeof best>): boolean {
  if (!asksItself(asked) || asked.mentions.length > 0 || alone.draft?.status !== 'answered') return false;
  return !draft.id.startsWith('direction.') && scoreOf(draft, asked) < alone.score - farther;
}

const leansWell = (draft: Draft, completed: Asked, asked: Asked) =>
  draft.status !== 'clarify' && restsOn(draft, completed, asked);

function best(asked: Asked, frame: AnswerFrame): { draft?: Draft; score: number; drafts: readonly Draft[] } {
  const all = rankedFor(asked, frame);
  const [first] = all;
  const listed = all.map(({ draft }) => draft);
  return first ? { ...first, drafts: listed } : { score: Number.NEGATIVE_INFINITY, drafts: listed };
}
