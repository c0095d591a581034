/** One message in its three forms: as a channel handed it in, as the dialogs’ turn sees it, and as the transcript keeps it, with its reasons. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Reply } from '../dialogs/reply.ts';
import type { CaseRecord } from '../state/conversation.ts';
import { mask, maskDeep } from '../state/mask.ts';
import type { TranscriptLine } from '../state/transcript.ts';
import type { Incoming } from './conversations.ts';

/** Where a message that is to be sent carries what it rests on. */
export const why = Symbol('why');
export type Sent = Partial<Activity> & { [why]?: Partial<TranscriptLine> };

/** What a reply rests on, and who says it, for its line in the transcript. */
export const basisOf = (sent: Sent): Partial<TranscriptLine> | undefined => sent[why];

/** Without what the turn added for itself: the conversation's reference, which every line of it shares. */
export function plain({ type, text, attachments, suggestedActions, channelData, locale }: Partial<Activity>): object {
  return JSON.parse(JSON.stringify({ type, text, attachments, suggestedActions, channelData, locale }));
}

/** What came in, as it may be kept and answered; ids stay as they are, since clients find their messages by them. */
export function masked(incoming: Incoming): Incoming {
  const { from, text, value, channelData } = incoming;
  const { name, ...account } = from;
  return {
    ...incoming,
    from: { ...account, ...(name !== undefined && { name: mask(name) }) },
    ...(text !== undefined && { text: mask(text) }),
    ...(value !== undefined && { value: maskDeep(value) }),
    ...(channelData !== undefined && { channelData: maskedData(channelData) }),
  };
}

function maskedData(channelData: unknown): unknown {
  if (typeof channelData !== 'object' || channelData === null || !('clientActivityID' in channelData))
    return maskDeep(channelData);
  const { clientActivityID, ...rest } = channelData;
  return { ...Object(maskDeep(rest)), clientActivityID };
}

/** What came in, as the dialogs' turn wants it. */
export function activityOf({ id, channel, conversation, from, text, value }: Incoming): Partial<Activity> {
  return {
    type: 'message',
    id,
    channelId: channel,
    serviceUrl: 'urn:in-process',
    conversation: { id: conversation, name: '', isGroup: false, conversationType: 'personal' },
    from: { id: from.id, name: from.name ?? '' },
    recipient: { id: 'assistant', name: '国合申报助手' },
    text: text ?? textOf(value),
    locale: 'zh-CN',
  };
}

const button = z.object({ text: z.string().optional(), question: z.string().optional() }).catch({});

/** A card's button may carry its words in `value`. */
function textOf(value: unknown): string {
  return button.parse(value).text ?? '';
}

/** The question to which the button belongs that was pressed. */
export function questionOf({ value }: Pick<Incoming, 'value'>): string | undefined {
  return button.parse(value).question;
}

/** What came in, again, of its line in the transcript. */
export function restored(activity: Record<string, unknown>): Omit<Incoming, 'id' | 'channel' | 'conversation'> {
  const { text, value, from, group, forwarded, greeted } = activity;
  const id = typeof from === 'object' && from !== null && 'id' in from ? String(from.id) : 'user';
  return {
    type: 'message',
    from: { id },
    ...(typeof text === 'string' && { text }),
    value,
    ...(group === true && { group }),
    ...(forwarded === true && { forwarded }),
    ...(greeted === true && { greeted }),
  };
}

/** What a reply rests on, for its line in the transcript. */
export function reasons(
  { basis, question, verdict, answer }: Reply,
  current: CaseRecord | undefined,
): Partial<TranscriptLine> {
  const direction = current?.facts.direction;
  return {
    ...(current && { caseId: current.id, guide: current.guide }),
    ...(typeof direction === 'number' && { directions: [direction] }),
    ...(question && { questionId: question.id }),
    ...(answer && { guide: answer.guide, overlay: answer.overlay }),
    ...(verdict && { verdict: verdict.assessment.verdict, overlay: verdict.assessment.overlay }),
    ...basis,
  };
}
