/**
 * A conversation in the format of `.transcript`: a JSON array of Bot Framework activities, which Bot Framework Emulator opens. What only staff
 * see (notes, judgements, who took the talk) is not part of what was said, and stands in the Excel export alone.
 */
import { hashOf } from '../../../state/hash.ts';
import type { TranscriptLine } from '../../../state/transcript.ts';
import { personAccount } from '../../channels/directline/accounts.ts';

export interface Talk {
  conversation: string;
  channel: string;
  lines: readonly TranscriptLine[];
}

const assistant = { id: 'assistant', name: '国合申报助手', role: 'bot' };

/** The file's name, which holds nothing of the id but its hash, and what is in it. */
export function transcriptFile({ conversation, channel, lines }: Talk): { name: string; text: string } {
  const activities = lines.flatMap((line) => activityOf(line, conversation, channel) ?? []);
  const day = lines[0]?.at.slice(0, 10) ?? '';
  const name = `${day}-${channel.replace(/[^\w-]+/g, '')}-${hashOf(conversation).slice(0, 12)}.transcript`;
  return { name, text: JSON.stringify(activities, undefined, 1) };
}

function activityOf(line: TranscriptLine, conversation: string, channel: string): object | undefined {
  const { from, activity, at, seq, staff } = line;
  if (from === 'staff' && activity.type !== 'message') return undefined;
  const person = { ...personOf(activity.from), role: 'user' };
  const speaker =
    from === 'person' ? person : from === 'staff' ? { ...assistant, name: staff?.name ?? '咨询员' } : assistant;
  const { type, id, text, value, name, attachments, suggestedActions, channelData, replyToId, locale } = activity;
  return {
    type: typeof type === 'string' ? type : 'message',
    id: typeof id === 'string' ? id : `${seq}`,
    timestamp: at,
    channelId: channel,
    from: speaker,
    recipient: from === 'person' ? assistant : { id: 'user', name: '', role: 'user' },
    conversation: { id: conversation },
    ...{ text, value, name, attachments, suggestedActions, channelData, replyToId, locale },
  };
}

function personOf(from: unknown): { id: string; name: string } {
  const { id, name } = personAccount(from);
  return { id: typeof id === 'string' ? id : 'user', name: typeof name === 'string' ? name : '' };
}
