/** What was said in a conversation, as it can be said again: the person's messages alone, in order, as they were kept (masked). */
import { words } from '../../dialogs/wording.ts';
import type { TranscriptLine } from '../../state/transcript.ts';
import { activityOf, questionOf, restored } from '../turnActivity.ts';

/** One message of the person. */
export interface PastTurn {
  /** The number of its line. */
  seq: number;
  /** ISO time. */
  at: string;
  text: string;
  /** The question to which the button belongs that was pressed. */
  pressed?: string;
  group?: true;
  forwarded?: true;
  /** By this message somebody of staff linked themselves: what they say from then on are others' questions. */
  linked?: true;
}

export interface PastTalk {
  conversation: string;
  channel: string;
  /** The guide with which it began. */
  guide: string;
  turns: PastTurn[];
}

/** The talk of these lines; undefined where the person wrote nothing. What was said while a person had the talk, the assistant did not hear. */
export function pastTalk(
  conversation: string,
  channel: string,
  lines: readonly TranscriptLine[],
): PastTalk | undefined {
  const staffed = lines.some(({ from }) => from === 'staff');
  const replies = lines.filter(({ from }) => from === 'bot').map(({ activity }) => activity);
  const answered = new Set(replies.map(({ replyToId }) => replyToId));
  const linked = new Set(
    replies.flatMap(({ text, replyToId }) => (String(text).startsWith(linkedText) ? [replyToId] : [])),
  );
  const said = lines.filter(({ from, activity }) => from === 'person' && (!staffed || answered.has(activity.id)));
  const [first] = said;
  if (!first) return undefined;
  return { conversation, channel, guide: first.guide, turns: said.map((line) => turnOf(line, linked)) };
}

/** Words with which a link is confirmed, before the name. */
const [linkedText = ''] = words('zh').bound.split('{');

function turnOf({ seq, at, activity }: TranscriptLine, linked: ReadonlySet<unknown>): PastTurn {
  const incoming = { ...restored(activity), id: String(seq), channel: '', conversation: '' };
  const pressed = questionOf(incoming);
  const { group, forwarded } = incoming;
  return {
    seq,
    at,
    text: activityOf(incoming).text ?? '',
    ...(pressed !== undefined && { pressed }),
    ...(group && { group }),
    ...(forwarded && { forwarded }),
    ...(linked.has(activity.id) && { linked: true as const }),
  };
}
