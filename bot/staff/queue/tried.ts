/** What the assistant tried before it stopped: its last answers to questions, each with what was asked, what it rests on and what it offered. */
import { z } from 'zod';
import { saidIn } from '../../../state/said.ts';
import type { TranscriptLine } from '../../../state/transcript.ts';

export interface Tried {
  seq: number;
  asked: string;
  status: string;
  /** The beginning of what it said. */
  said: string;
  /** Where it rests on something: clauses, or answers of the help desk. */
  rests: { name: string; quote: string }[];
  offered: string[];
}

/** Answers that are shown. */
const most = { answers: 3, said: 160, offered: 3 };

const offered = z
  .object({ answer: z.object({ suggestions: z.array(z.string()).catch([]) }) })
  .transform(({ answer }) => answer.suggestions)
  .catch([]);

/** @param until the line of the question; what was said in answer to it counts */
export function triedIn(lines: readonly TranscriptLine[], until?: number): Tried[] {
  const asked = new Map(lines.filter(({ from }) => from === 'person').map((line) => [line.activity.id, line]));
  const before = (line: TranscriptLine): boolean =>
    until === undefined || (asked.get(line.activity.replyToId)?.seq ?? line.seq) <= until;
  return lines
    .filter((line) => line.from === 'bot' && line.answerStatus !== undefined && line.answerStatus !== 'person')
    .filter(before)
    .slice(-most.answers)
    .map((line) => ({
      seq: line.seq,
      asked: textOf(asked.get(line.activity.replyToId)),
      status: line.answerStatus ?? '',
      said: beginning(textOf(line)),
      rests: (line.citations ?? []).map((cited) => ({
        name: 'clause' in cited ? `指南${cited.clause}` : `${cited.source} ${cited.date}`,
        quote: cited.quote,
      })),
      offered: offered.parse(line.activity.channelData).slice(0, most.offered),
    }));
}

const textOf = (line: TranscriptLine | undefined): string => (line ? saidIn(line.activity) : '');

/** Its first line says what was answered; quotations stand behind it. */
const beginning = (text: string): string => {
  const [first = ''] = text.split('\n');
  return [...first].length > most.said ? `${[...first].slice(0, most.said).join('')}…` : first;
};
