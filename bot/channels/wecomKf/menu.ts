/** Choices as a menu to click on (`msgmenu`, document/path/94677). A click comes back as a text with the item's id, which says to which question it belongs. */
import { z } from 'zod';
import { bytesOf } from '../../wecom/text.ts';

/** Items, bytes of an item's id and content, and bytes of the text above them. */
const most = { items: 10, label: 128, head: 1024 };

/** Room that is left for the line on what waits (`bot/paging.ts`). */
export const spare = 120;

export const headBytes = most.head - spare;

export const fitsMenu = (choices: readonly string[]): boolean =>
  choices.length > 0 &&
  choices.length <= most.items &&
  choices.every((choice) => choice.trim() !== '' && bytesOf(choice) <= most.label);

/** The choices in a line, for those who type. */
export const numbered = (choices: readonly string[]): string =>
  choices.map((choice, at) => `${at + 1} ${choice}`).join('　');

const sent = z.looseObject({
  text: z.string().catch(''),
  suggestedActions: z
    .looseObject({ actions: z.array(z.looseObject({ title: z.string() })) })
    .optional()
    .catch(undefined),
  channelData: z
    .looseObject({ question: z.looseObject({ id: z.string() }).optional() })
    .optional()
    .catch(undefined),
});

/** What a message of the transcript is to `kf/send_msg`. */
export function contentOf(activity: Record<string, unknown>): object {
  const { text, suggestedActions, channelData } = sent.parse(activity);
  const choices = suggestedActions?.actions.map(({ title }) => title) ?? [];
  if (!fitsMenu(choices)) return plain(text);
  if (text === '' || bytesOf(text) > most.head) return plain([text, numbered(choices)].filter(Boolean).join('\n'));
  const question = channelData?.question?.id ?? '';
  const list = choices.map((content, at) => ({ type: 'click', click: { id: menuId(question, at), content } }));
  return { msgtype: 'msgmenu', msgmenu: { head_content: text, list } };
}

const plain = (content: string) => ({ msgtype: 'text', text: { content } });

const menuId = (question: string, at: number): string => {
  const id = `${question}|${at + 1}`;
  return bytesOf(id) <= most.label ? id : `|${at + 1}`;
};

/** The question to which a clicked item belongs; undefined when it belongs to none, or is no item of ours. */
export const questionOfMenu = (id: string | undefined): string | undefined => /^(.+)\|\d+$/.exec(id ?? '')?.[1];
