/**
 * The document of one conversation: what a restart must find again. Everything in it is plain JSON,
 * checked by zod on load (see the homes under `state/`).
 */
import { z } from 'zod';
import { consulted } from './consulted.ts';
import { departed } from './departed.ts';
import { deskItem } from './deskItem.ts';
import { help } from './help.ts';

/** What became of a fact that was asked for and not given: put off once, put off twice, or answered 不知道. */
const left = z.enum(['put-off', 'skipped', 'not-known']);

/** The question that the person was last asked in this case: an answer belongs to it, whatever the list is now. */
const asking = z.object({
  id: z.string(),
  /** How often it was asked without being understood. */
  tries: z.number().int().min(0),
  /** What the last hint offered to choose from (是 1977 年还是 1978 年). */
  offers: z.array(z.string()).optional(),
  /** Asked again to change an earlier answer, which stands until a new one is understood. */
  again: z.boolean(),
});

export const caseRecord = z.object({
  id: z.string(),
  /** What the case is called in a list of cases: 第1份, 第2份 … until the person names it. Documents of before cases had names hold one. */
  name: z.string().default('第1份'),
  /** On whose behalf: the lead in person, or the name to use for the lead (empty: none given). */
  behalf: z.union([z.literal('self'), z.object({ name: z.string() })]).optional(),
  guide: z.string(),
  /** Facts by fact id, as in `knowledge/facts.ts`; checked again by `knowledge/factsSchema.ts` when they are used. */
  facts: z.record(z.string(), z.unknown()),
  /** Facts that were asked for and not given, by fact path. */
  left: z.record(z.string(), left),
  /** Ids of the questions answered, in order; 上一题 goes back along it. */
  trail: z.array(z.string()),
  asking: asking.optional(),
  /** Bars already told to the person, by rule id. */
  told: z.array(z.string()),
  /** The smallest total shown so far: a total never grows. */
  total: z.number().int().optional(),
  /** The verdict was given and nothing has changed since. */
  ended: z.boolean(),
  /** A verdict was given once: the next one is what a change made of it. */
  concluded: z.boolean().optional(),
});
export type CaseRecord = z.infer<typeof caseRecord>;

export const conversationRecord = z.object({
  schema: z.literal(1),
  id: z.string(),
  channel: z.string(),
  cases: z.array(caseRecord),
  openCase: z.string().optional(),
  /** The language in which the person is spoken to; absent: Chinese. */
  language: z.literal('en').optional().catch(undefined),
  /** When the person was last heard (ISO); absent before the first message. */
  heardAt: z.string().optional(),
  /** botbuilder-dialogs' own state: only which dialog is open; never what the position is. */
  dialog: z.record(z.string(), z.unknown()),
  /** Ids of the last activities answered, oldest first (at most `maxSeen`); kept by the embedded home, empty elsewhere. */
  seen: z.array(z.string()),
  /** Lines that were committed and may not be in the transcript yet; likewise. */
  pending: z.array(z.record(z.string(), z.unknown())),
  /** Ids of the checklists made in this conversation that are still kept, oldest first (at most `maxChecklists`). */
  checklists: z.array(z.string()).default([]),
  /** Ids of the export links made in this conversation that may still be kept, oldest first (at most `maxExports`). */
  exports: z.array(z.string()).default([]),
  /** Which notice of what is kept the person was last told, and when (ISO); documents of before notices had versions hold none. */
  notice: z.object({ version: z.string(), at: z.string() }).optional(),
  /** The guide by which they were told that they are answered; documents of before there could be two hold none. */
  answeredBy: z.string().optional(),
  /** The person asked for everything to be deleted, and was asked whether they mean it. */
  confirming: z.literal('delete').optional(),
  /** Deleting was confirmed: nothing of this conversation is to be found again, whatever is still on the disk. */
  deleting: z.literal(true).optional(),
  /** What is to be known of it for a day then. */
  departed: departed.optional(),
  /** Somebody of staff, whose messages elsewhere are other people's questions, has a talk of their own here. */
  own: z.literal(true).optional(),
  /** What a person at the help desk is asked to answer; absent when nobody is asked. */
  desk: deskItem.optional(),
  /** What may come to the desk next; one that can no longer be read is as good as forgotten. */
  help: help.optional().catch(undefined),
  /** Where replies are sent, on channels that want them sent. */
  address: z.record(z.string(), z.unknown()).optional(),
  /** Numbers of lines that are to be sent and are not settled, as far as the document knows; kept by the embedded home, empty elsewhere. */
  outbox: z.array(z.number().int()).default([]),
  /** Messages that the channel could not say at once, and how many it said when: kept where a channel counts them. */
  pages: z.array(z.record(z.string(), z.unknown())).optional(),
  told: z.array(z.object({ at: z.string(), n: z.number().int() })).optional(),
  /** What was last asked about the guide; one that can no longer be read is as good as forgotten. */
  consulted: consulted.optional().catch(undefined),
});
export type ConversationRecord = z.infer<typeof conversationRecord>;

export const maxSeen = 200;
export const maxChecklists = 5;
export const maxExports = 5;

export function newConversation(id: string, channel: string): ConversationRecord {
  return {
    schema: 1,
    id,
    channel,
    cases: [],
    dialog: {},
    seen: [],
    pending: [],
    checklists: [],
    exports: [],
    outbox: [],
  };
}

export function newCase(id: string, name: string, guide: string): CaseRecord {
  return { id, name, guide, facts: {}, left: {}, trail: [], told: [], ended: false };
}

/** The open case of a conversation. */
export function openCase(record: ConversationRecord): CaseRecord | undefined {
  return record.cases.find((each) => each.id === record.openCase);
}
