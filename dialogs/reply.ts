/** What a dialog says, whatever the channel: channels present it in their own form. */
import type { Assessment } from '../knowledge/assess.ts';
import type { Advice, ChecklistRow } from '../knowledge/checklist.ts';
import type { Topic } from '../knowledge/question.ts';

/** The question that a message asks; `total` counts every question that can still open, and only shrinks. */
export interface QuestionMark {
  id: string;
  topic: Topic;
  index: number;
  total: number;
}

/** A verdict with what its card shows beside the assessment. */
export interface VerdictShown {
  assessment: Assessment;
  headline: string;
  /** Who and which unit, as far as known. */
  subtitle: string;
  facts: { label: string; value: string }[];
  rows: ChecklistRow[];
  advice: Advice[];
  met: { title: string; clause: string }[];
  caveat: string;
}

export interface Reply {
  text: string;
  /** Labels offered as buttons; typing the label or its number does the same. */
  choices?: readonly string[];
  question?: QuestionMark;
  verdict?: VerdictShown;
  /** For the transcript: what this reply rests on. */
  basis?: {
    ruleIds?: string[];
    factsSet?: string[];
    citations?: { clause: string; quote: string }[];
    answerStatus?: string;
  };
}
