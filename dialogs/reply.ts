/** What a dialog says, whatever the channel: channels present it in their own form. */
import type { Answer } from '../knowledge/answer/compose.ts';
import type { Citation } from '../knowledge/answer/draft.ts';
import type { Assessed } from '../knowledge/assess.ts';
import type { Language } from '../knowledge/language.ts';
import type { Topic } from '../knowledge/question.ts';
import type { DeskChange } from './handover.ts';

/** The question that a message asks; `total` counts every question that can still open, and only shrinks. */
export interface QuestionMark {
  id: string;
  topic: Topic;
  index: number;
  total: number;
}

/** A verdict with what its card shows beside the assessment. */
export interface VerdictShown extends Assessed {
  language: Language;
  /** Who and which unit, as far as known. */
  subtitle: string;
  facts: { label: string; value: string }[];
  /** Labels of what may be done next. */
  actions: readonly string[];
  /** Labels of what may be said of the help. */
  ratings?: readonly string[];
}

export interface Reply {
  text: string;
  /** In which it is said; absent: Chinese. */
  language?: Language;
  /** Labels offered as buttons; typing the label or its number does the same. */
  choices?: readonly string[];
  /** Several of the choices, or of the items numbered in the text, may be given in one answer. */
  several?: readonly string[];
  /** The person must go on in a conversation of their own. */
  alone?: true;
  question?: QuestionMark;
  verdict?: VerdictShown;
  /** The answer to a question about the guide, which stands in `text` too; `conversation` is the talk's id. */
  answer?: Answer & { conversation?: string };
  /** A file to take away. */
  download?: { url: string; label: string };
  /** What this reply tells of the help desk's item. */
  desk?: DeskChange;
  /** What the person said of the help after a verdict. */
  satisfaction?: 'good' | 'bad';
  /** For the transcript: what this reply rests on. */
  basis?: {
    ruleIds?: string[];
    factsSet?: string[];
    citations?: Citation[];
    answerStatus?: string;
    /** For whom others' questions are answered: no word of theirs is about themselves. */
    staff?: { id: string; name: string };
  };
}
