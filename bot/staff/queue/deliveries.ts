/** What became of the answers of the help desk on their way to the person. */
import { z } from 'zod';
import type { TranscriptLine } from '../../../state/transcript.ts';

export type DeliveryState = NonNullable<TranscriptLine['delivery']>;

export interface Delivered {
  /** The act by which it was said. */
  act: string;
  seq: number;
  /** ISO time. */
  at: string;
  by: string;
  text: string;
  /** Of a long answer the worst of its parts. */
  state: DeliveryState;
  /** Why that one did not arrive, or may not have. */
  why?: string;
  /** It did not arrive then, and was said again when the person wrote. */
  again?: true;
  /** The same answer in other conversations; without a state it was not said there. */
  others?: { item: string; state: DeliveryState | undefined }[];
}

/** What a line of the help desk says of itself, beside its text. */
const marks = z.object({ again: z.string().optional().catch(undefined) }).catch({});

/** The worst first. */
const order: readonly DeliveryState[] = ['failed', 'ambiguous', 'pending', 'sent', 'visible'];

/** Answers in one conversation, oldest first; not what only tells that somebody took the talk. */
export function deliveriesOf(lines: readonly TranscriptLine[], item: string): Delivered[] {
  const replies = new Set(lines.filter((line) => isReplyOf(line, item)).map(({ activity }) => String(activity.id)));
  const byAct = new Map<string, TranscriptLine[]>();
  for (const line of lines) {
    const act = String(line.activity.replyToId);
    if (line.from === 'staff' && line.activity.type === 'message' && replies.has(act))
      byAct.set(act, [...(byAct.get(act) ?? []), line]);
  }
  const saidAgain = new Map(
    lines.flatMap((line) => {
      const { again } = marks.parse(line.activity.channelData);
      return again === undefined ? [] : [[again, line] as const];
    }),
  );
  return [...byAct].flatMap(([act, parts]) => deliveredOf(act, parts, saidAgain));
}

const deed = z.object({ do: z.literal('reply'), item: z.string() });

function isReplyOf({ from, activity }: TranscriptLine, item: string): boolean {
  return from === 'staff' && activity.type === 'event' && deed.safeParse(activity.value).data?.item === item;
}

function deliveredOf(
  act: string,
  parts: readonly TranscriptLine[],
  saidAgain: ReadonlyMap<string, TranscriptLine>,
): Delivered[] {
  const [first] = parts;
  if (!first) return [];
  const last = parts.map((part) => saidAgain.get(String(part.activity.id)) ?? part);
  const worst = order.find((state) => last.some((part) => (part.delivery ?? 'visible') === state)) ?? 'visible';
  const why = last.find((part) => part.delivery === worst)?.undelivered;
  return [
    {
      act,
      seq: first.seq,
      at: first.at,
      by: first.staff?.name ?? '',
      text: parts.map(({ activity }) => String(activity.text ?? '')).join('\n'),
      state: worst,
      ...(why !== undefined && { why }),
      ...(last.some((part, at) => part !== parts[at]) && { again: true as const }),
    },
  ];
}
