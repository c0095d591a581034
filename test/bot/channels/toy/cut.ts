/** Messages of at most 500 characters. */
import type { Message } from '../../../../bot/channels/channel.ts';

export const mostLetters = 500;

/** Room for the line that says how much waits, which is put behind a message that is cut already. */
const hint = 40;

/** At the end of a line where there is one: put together, the parts are the text again. */
export function cut({ text = '', ...rest }: Message): Message[] {
  const lines = text.match(new RegExp(`[^\\n]{1,${mostLetters - hint}}\\n?|\\n`, 'gu')) ?? [];
  const parts: string[] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + line.length <= mostLetters - hint) parts[parts.length - 1] = last + line;
    else parts.push(line);
  }
  return parts.filter((part) => part.trim() !== '').map((part) => ({ ...rest, text: part }));
}
