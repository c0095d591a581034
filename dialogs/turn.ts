/** What a message does to a case, before the next question is asked. */
import type { Answer } from '../knowledge/answer/compose.ts';
import type { Memory } from '../knowledge/answer/follow.ts';
import type { CaseRecord } from '../state/conversation.ts';
import type { Reply } from './reply.ts';

export interface Turn {
  record: CaseRecord;
  /** What is said before the next question; one message with it where there is a question. */
  said: string[];
  /** Replies of their own, before the next question. */
  replies: Reply[];
  basis?: Reply['basis'];
  /** The answer to a question about the guide, and what a follow-up may lean on. */
  answer?: Answer;
  memory?: Memory;
}
