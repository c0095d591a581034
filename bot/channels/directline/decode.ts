/** A posted activity, checked and cut down to what the bot takes in. Wrong types are a `Problem`, never an error. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Incoming } from '../../conversations.ts';
import { refuse } from './refuse.ts';

export const channel = 'directline';

/** Longest id that a client may choose. */
const longestId = 200;
/** Most characters of JSON in `value` and in `channelData`. */
const mostJson = 16_000;

const id = z.string().max(longestId);
const attachment = z.object({ contentType: z.string().max(200), name: z.string().max(300).nullish() });
/** What of an activity is looked at. */
export const posted = z.object({
  type: z.enum(['message', 'event', 'typing', 'conversationUpdate']),
  id: id.nullish(),
  from: z.object({ id, name: z.string().max(longestId).nullish() }).nullish(),
  text: z.string().nullish(),
  timestamp: z.string().max(64).nullish(),
  value: z.unknown().optional(),
  attachments: z.array(attachment).max(10).nullish(),
  channelData: z.looseObject({ clientActivityID: id.nullish() }).nullish(),
});

function small(name: string, value: unknown): void {
  if (value === undefined) return;
  let length = Number.POSITIVE_INFINITY;
  try {
    length = JSON.stringify(value).length;
  } catch {
    // Nested deeper than JSON can be written again: not small either.
  }
  if (length > mostJson) throw refuse.tooLarge(`${name} 太大了，请缩短后再发。`);
}

export function decode(body: unknown, conversation: string): Incoming {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw refuse.unreadable('请求内容不是一个 JSON 对象。');
  }
  const checked = posted.safeParse(body);
  if (!checked.success) {
    const at = checked.error.issues[0]?.path.join('.') ?? '';
    throw refuse.unreadable(`这里的格式不对：${at}`);
  }
  const { type, from, text, timestamp, value, attachments } = checked.data;
  small('value', value);
  small('channelData', checked.data.channelData);
  const channelData = {
    ...checked.data.channelData,
    ...(attachments?.length
      ? { attachments: attachments.map(({ contentType, name }) => ({ contentType, name })) }
      : {}),
  };
  return {
    // What the client calls the activity decides whether it was taken before.
    id: checked.data.id || checked.data.channelData?.clientActivityID || randomUUID(),
    channel,
    conversation,
    from: { id: from?.id ?? 'user', ...(from?.name ? { name: from.name } : {}) },
    type,
    ...(typeof text === 'string' ? { text } : {}),
    ...(value === undefined || value === null ? {} : { value }),
    ...(Object.keys(channelData).length > 0 ? { channelData } : {}),
    ...(timestamp ? { timestamp } : {}),
  };
}
