/** What comes in, checked: the Bot Framework activity as far as it is used (github.com/microsoft/botframework-sdk, specs/botframework-activity). */
import { z } from 'zod';

const id = z.string().min(1).max(400);
/** Stands in addresses and, in the SDK, in a header. */
const place = id.regex(/^[\x21-\x7e]+$/);
/** What is only looked at when it has the form that it should have. */
export const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const account = z.looseObject({ id, name: maybe(z.string().max(400)) });
const accounts = z.array(account).max(1000);

export const activity = z.looseObject({
  type: z.string().max(60),
  /** In the address of a reply. */
  id: id.refine((each) => each.isWellFormed()).optional(),
  channelId: id.optional(),
  serviceUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  conversation: z.looseObject({
    id: place,
    isGroup: maybe(z.boolean()),
    conversationType: maybe(z.string().max(60)),
  }),
  from: account,
  recipient: maybe(account),
  text: z.string().optional(),
  /** What a button carries, or an invoke asks. */
  value: z.unknown().optional(),
  /** Which message's card a button belongs to. */
  replyToId: maybe(id),
  entities: maybe(z.array(z.unknown()).max(500)),
  attachments: maybe(z.array(z.unknown()).max(500)),
  /** Of an installationUpdate. */
  action: maybe(z.string().max(60)),
  /** Of an invoke. */
  name: maybe(z.string().max(200)),
  membersAdded: maybe(accounts),
  membersRemoved: maybe(accounts),
  channelData: maybe(z.looseObject({ eventType: maybe(z.string().max(60)) })),
  deliveryMode: maybe(z.string().max(60)),
});
export type TeamsActivity = z.output<typeof activity>;

/** The hall's name of the conversation. A thread of a channel is a conversation of its own. */
export const conversationOf = ({ conversation }: Pick<TeamsActivity, 'conversation'>): string =>
  `teams:${conversation.id}`;

/** The name without the thread: the chat or channel in which the bot is installed. */
export const placeOf = (conversation: string): string => conversation.replace(/;messageid=[^;]*$/, '');

/** Whether several people read it: whatever is not plainly a talk with one person. */
export function isGroup({ conversation: { isGroup, conversationType } }: TeamsActivity): boolean {
  return isGroup === true || (conversationType !== undefined && conversationType !== 'personal');
}

const file = z.looseObject({ contentType: z.string() });

/** Whether something is attached that only a person can look at: every Teams message has its text a second time as HTML. */
export function hasFile({ attachments = [] }: TeamsActivity): boolean {
  return attachments.some((each) => {
    const { contentType } = file.safeParse(each).data ?? {};
    return contentType !== undefined && !/^text\//i.test(contentType);
  });
}
