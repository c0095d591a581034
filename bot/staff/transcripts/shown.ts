/**
 * A transcript as it is read: every line that was said or happened, and at each what staff judged and noted about it. Pure; all of it follows
 * from the lines alone.
 */
import { z } from 'zod';
import { saidIn } from '../../../state/said.ts';
import { type StaffDeed, staffAct } from '../../../state/staffAct.ts';
import type { TranscriptLine } from '../../../state/transcript.ts';

/** What somebody judged, and when. */
export interface Mark {
  mark: 'wrong' | 'corrected' | 'reviewed' | 'cleared';
  /** How it should have been. */
  text?: string;
  by: string;
  at: string;
}

export interface Note {
  text: string;
  by: string;
  at: string;
}

/** Judgements and notes on a line or on the whole, oldest first; the last judgement stands. */
export interface Judged {
  marks: readonly Mark[];
  notes: readonly Note[];
}

export interface ShownLine extends Judged {
  line: TranscriptLine;
  kind: 'person' | 'bot' | 'clerk' | 'event';
  /** What the person saw, or what happened. */
  said: string;
  /** Words of cards that do not stand in the text. */
  card: string;
  /** Labels of buttons. */
  choices: readonly string[];
}

export interface ShownTranscript {
  lines: readonly ShownLine[];
  /** On the whole talk. */
  whole: Judged;
}

/** Nobody, where a line does not say who of the staff it was. */
const nobody = '咨询台';

export function shownTranscript(lines: readonly TranscriptLine[]): ShownTranscript {
  const judged = new Map<number | undefined, { marks: Mark[]; notes: Note[] }>();
  const of = (seq: number | undefined) => {
    const known = judged.get(seq) ?? { marks: [], notes: [] };
    judged.set(seq, known);
    return known;
  };
  const answered = new Set(lines.map(({ activity }) => activity.replyToId));
  const shown: Omit<ShownLine, keyof Judged>[] = [];
  for (const line of lines) {
    const deed = deedOf(line);
    const by = line.staff?.name ?? nobody;
    if (deed?.do === 'mark') {
      const { mark, text, seq } = deed;
      of(seq).marks.push({ mark, by, at: line.at, ...(text !== undefined && { text }) });
    } else if (deed?.do === 'note') of(deed.seq).notes.push({ text: deed.text, by, at: line.at });
    else if (deed) {
      // A reply that had an effect is a line of its own.
      if (deed.do === 'reply' && answered.has(line.activity.id)) continue;
      shown.push({ line, kind: 'event', said: `${by}${happenings[deed.do]}`, card: '', choices: [] });
    } else shown.push(said(line));
  }
  const none: Judged = { marks: [], notes: [] };
  return {
    lines: shown.map((each) => ({ ...each, ...(judged.get(each.line.seq) ?? none) })),
    whole: judged.get(undefined) ?? none,
  };
}

const happenings: Readonly<Record<Exclude<StaffDeed['do'], 'mark' | 'note'>, string>> = {
  take: '接手了对话',
  release: '把对话放回了队列',
  reply: '写了答复，没有发出（对话当时不在他手里）',
  close: '把对话交还给助手',
};

/** What somebody at the help desk did, if the line is that. */
function deedOf({ from, activity }: TranscriptLine): StaffDeed | undefined {
  if (from !== 'staff' || activity.type !== 'event') return undefined;
  return staffAct.shape.deed.safeParse(activity.value).data;
}

const buttons = z.object({ actions: z.array(z.object({ title: z.string() })) });
const card = z.object({ content: z.object({ actions: z.array(z.object({ title: z.string() })) }) });

/** A message, or an event that is not of the help desk. */
function said(line: TranscriptLine): Omit<ShownLine, keyof Judged> {
  const { from, activity } = line;
  const message = activity.type === 'message' || activity.type === undefined;
  const text = typeof activity.text === 'string' ? activity.text : '';
  const all = saidIn(activity);
  const rest = text === '' ? all : all.slice(text.length).replace(/^\n/, '');
  const own = buttons.safeParse(activity.suggestedActions).data?.actions ?? [];
  const attached = Array.isArray(activity.attachments) ? activity.attachments : [];
  const onCards = attached.flatMap((each) => card.safeParse(each).data?.content.actions ?? []);
  const kind = !message ? 'event' : from === 'staff' ? 'clerk' : from;
  const words = text === '' && rest === '' ? unsaid(activity) : text;
  return { line, kind, said: words, card: rest, choices: [...own, ...onCards].map(({ title }) => title) };
}

/** What stands for a line without words. */
function unsaid({ type, value, attachments }: Record<string, unknown>): string {
  if (Array.isArray(attachments) && attachments.length > 0) return '（附件）';
  if (value !== undefined && type === 'message') return `（按钮）${JSON.stringify(value).slice(0, 4000)}`;
  return type === 'message' || type === undefined ? '（没有文字）' : `（${String(type).slice(0, 60)}）`;
}

/** The judgement that stands. */
export function standing({ marks }: Judged): Mark | undefined {
  const last = marks.at(-1);
  return last?.mark === 'cleared' ? undefined : last;
}

/** What an answer rests on: a clause of the call, or what the help desk answered on a day. */
export function citedAs(citation: NonNullable<TranscriptLine['citations']>[number]): { clause: string; quote: string } {
  const clause = 'clause' in citation ? citation.clause : `${citation.source}（${citation.date}）`;
  return { clause, quote: citation.quote };
}
