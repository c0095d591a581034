/** What a callback of the app says, from its decrypted XML (document/path/90239, 90240). */
import { z } from 'zod';
import { readXml } from '../../wecom/xml.ts';
import { type Pressed, pressed } from './card.ts';

/** An element that is empty is an empty string to the parser. */
const selected = z
  .object({
    SelectedItem: z.array(
      z.object({
        OptionIds: z
          .object({ OptionId: z.array(z.string()) })
          .or(z.string())
          .optional(),
      }),
    ),
  })
  .or(z.string());

const message = z.object({
  FromUserName: z.string().min(1).max(128),
  MsgType: z.string(),
  // 64 bits: a number would lose the last digits.
  MsgId: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
  AgentID: z.string().optional(),
  Content: z.string().optional(),
  Event: z.string().optional(),
  EventKey: z.string().optional(),
  ResponseCode: z.string().optional(),
  SelectedItems: selected.optional(),
});

type Message = z.output<typeof message>;

/** `id` is the same each time that WeCom sends it, and may name the member. */
export type Heard = { userid: string; id: string } & (
  | { kind: 'text'; text: string }
  /** Voice, picture, video, file, place, link: there is nothing to read. */
  | { kind: 'other' }
  | { kind: 'entered' }
  | { kind: 'pressed'; pressed: Pressed; responseCode?: string }
);

/** Undefined for what nobody has to answer: other events, forms that are not known. */
export function heardIn(plaintext: string): Heard | undefined {
  const said = readXml(plaintext, message);
  if (!said) return undefined;
  const { FromUserName: userid, AgentID, MsgId } = said;
  // MsgIds repeat across members. Events have none, and two of them may come in one second: only the same text is the same event.
  const id = MsgId === undefined ? plaintext : `${AgentID}|${userid.toLowerCase()}|${MsgId}`;
  if (said.MsgType === 'event') return eventIn(said, { userid, id });
  if (said.MsgType === 'text') return { userid, id, kind: 'text', text: said.Content ?? '' };
  return { userid, id, kind: 'other' };
}

function eventIn(said: Message, who: { userid: string; id: string }): Heard | undefined {
  const { Event, EventKey = '', ResponseCode, SelectedItems } = said;
  if (Event === 'enter_agent') return { ...who, kind: 'entered' };
  if (Event !== 'template_card_event') return undefined;
  const found = pressed(EventKey, optionsIn(SelectedItems));
  if (!found) return undefined;
  return { ...who, kind: 'pressed', pressed: found, ...(ResponseCode && { responseCode: ResponseCode }) };
}

function optionsIn(items: Message['SelectedItems']): string[] {
  if (typeof items !== 'object') return [];
  return items.SelectedItem.flatMap(({ OptionIds }) => (typeof OptionIds === 'object' ? OptionIds.OptionId : []));
}
