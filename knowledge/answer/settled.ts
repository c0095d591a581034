/** One question and one guide → the drafts that answer it, by itself or leaning on what was asked before. */
import type { Asked } from './asked.ts';
import { besides } from './besides.ts';
import type { AnswerFrame, Draft } from './draft.ts';
import { asksItself, completions, leans, type Memory, restsOn } from './follow.ts';
import { sameQuestion, withPublished } from './published.ts';
import { rankedFor } from './refocus.ts';
import { withResidual } from './residual.ts';
import { score as scoreOf } from './score.ts';
import { unsure } from './unsure.ts';

/** Scores under this are no answer, only a suggestion. */
const enough = 0.6;
/** A second question of one message goes on from the first, unless it surely asks something else. */
const plenty = 1.5;

/** 章: says no more than a field. */
const oneSign = /^\p{Script=Han}[?!。]*$/u;

/** A question within a message. */
export interface Turn extends AnswerFrame {
  /** Others of the same message stand before it. */
  goesOn: boolean;
}

/** What is answered, and the question as it was understood. */
export interface Settled {
  asked: Asked;
  drafts: readonly Draft[];
  /** It was completed by what was asked before. */
  leaned?: true;
}

/** What staff published for it, or what the guide says. */
export function settled(asked: Asked, memory: Memory, frame: Turn): Settled {
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
        return { asked: completed, drafts: [withResidual(draft, completed, frame)], leaned: true };
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
