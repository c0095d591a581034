/** One question about the guide → one answer. Pure: the same question, memory, guide and day give the same answer. */
import type { Guide } from '../guide.ts';
import type { Asked } from './asked.ts';
import { besides } from './besides.ts';
import { type Answer, compose } from './compose.ts';
import type { AnswerFrame, Draft } from './draft.ts';
import { completion, leans, type Memory, remembered, restsOn } from './follow.ts';
import { read } from './readQuestion.ts';
import { rankedFor } from './refocus.ts';
import { withResidual } from './residual.ts';
import { questionsIn } from './split.ts';
import { joined, unsure } from './unsure.ts';

export interface Question {
  /** As it was typed. */
  text: string;
  guide: Guide;
  overlay: { version: string } | null;
  /** ISO day on which it was sent. */
  today: string;
  /** What was asked before in the same conversation. */
  memory?: Memory | undefined;
}

/** The answer, and what a follow-up may lean on. */
export function ask({ text, guide, overlay, today, memory }: Question): { answer: Answer; memory: Memory } {
  const frame: AnswerFrame = { guide, today };
  let known = memory ?? {};
  const given = questionsIn(text).flatMap((part, at) => {
    const { asked, drafts: chosen } = settled(read(part, guide), known, { ...frame, goesOn: at > 0 });
    known = remembered(asked, chosen[0], known);
    return chosen.map((draft) => ({ draft, language: asked.language }));
  });
  const once = given.filter(({ draft }, at) => given.findIndex((each) => each.draft.id === draft.id) === at);
  const answers = once.map(({ draft, language }) => compose(draft, { guide, language, overlay }));
  return { answer: joined(answers), memory: known };
}

/** Scores under this are no answer, only a suggestion. */
const enough = 0.6;
/** A second question of one message goes on from the first, unless it surely asks something else. */
const plenty = 1.5;

interface Turn extends AnswerFrame {
  goesOn: boolean;
}

interface Settled {
  asked: Asked;
  drafts: readonly Draft[];
}

/** The question by itself, or completed by what was asked before when it points back or says too little alone. */
function settled(asked: Asked, memory: Memory, frame: Turn): Settled {
  const alone = best(asked, frame);
  if (leans(asked) || alone.score < (frame.goesOn ? plenty : enough)) {
    const completed = completion(asked, memory);
    const other = completed && best(completed, frame);
    if (completed && other?.draft && other.score >= enough && leansWell(other.draft, completed, asked))
      return { asked: completed, drafts: [withResidual(other.draft, completed, frame)] };
  }
  if (!alone.draft || alone.score < enough) return { asked, drafts: [unsure(asked, alone.drafts, frame)] };
  const first = withResidual(alone.draft, asked, frame);
  return { asked, drafts: first === alone.draft ? [first, ...besides(first, asked, alone.drafts)] : [first] };
}

const leansWell = (draft: Draft, completed: Asked, asked: Asked) =>
  draft.status !== 'clarify' && restsOn(draft, completed, asked);

function best(asked: Asked, frame: AnswerFrame): { draft?: Draft; score: number; drafts: readonly Draft[] } {
  const all = rankedFor(asked, frame);
  const [first] = all;
  const listed = all.map(({ draft }) => draft);
  return first ? { ...first, drafts: listed } : { score: Number.NEGATIVE_INFINITY, drafts: listed };
}
