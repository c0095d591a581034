/**
 * A presented message as it goes to Teams; the transcript keeps the plain text. Teams reads a text as Markdown and joins its lines, so it is
 * sent as simple markup (learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages). Of a text with a card it would
 * make two messages and tell the id of neither (github.com/microsoft/botframework-sdk/issues/6366): the card holds the words then.
 */
import { z } from 'zod';
import type { Message } from '../channel.ts';

/** Letters of a text that a notification shows, and more. */
const inSummary = 200;

/** What programs may read of a message in Teams: the verdict's assessment alone would be more than Teams takes. */
const forPrograms = z.object({ question: z.unknown() });

/** The same for the channel of this id: others of the Bot Framework (Emulator, Web Chat) take a message as it is. */
export const formFor = (channelId: string | undefined, message: Message): Message =>
  channelId === 'msteams' ? wireForm(message) : message;

export function wireForm({ text, channelData, ...rest }: Message): Message {
  const { question } = forPrograms.safeParse(channelData).data ?? {};
  const message = { ...rest, ...(question !== undefined && { channelData: { question } }) };
  if (text === undefined) return message;
  if (message.attachments) return { ...message, summary: shortened(text) };
  return { ...message, text: markup(text), textFormat: 'xml' };
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The same words with every sign as it was written, line by line. */
const markup = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign).replace(/\r?\n/g, '<br/>');

function shortened(text: string): string {
  const parts = text.split('\n').map((each) => each.trim());
  const line = parts.filter((each) => each !== '').join(' ');
  return line.length > inSummary ? `${line.slice(0, inSummary).toWellFormed()}…` : line;
}
