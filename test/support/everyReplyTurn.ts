/** One turn as the service runs it, from any document on; what the dialogs reply is caught before a channel makes a message of it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checklistKeeper } from '../../bot/checklists/keeper.ts';
import type { ChecklistLinks } from '../../bot/checklists/links.ts';
import { createLog } from '../../bot/log.ts';
import { exportKeeper } from '../../bot/ownData/exports.ts';
import { openAccounts } from '../../bot/staff/accounts/account.ts';
import { makeCode } from '../../bot/staff/links.ts';
import { turns } from '../../bot/turn.ts';
import type { Reply } from '../../dialogs/reply.ts';
import { type CaseRecord, type ConversationRecord, newConversation } from '../../state/conversation.ts';
import { embeddedStore } from '../../state/lowdb/index.ts';
import { transcriptLine } from '../../state/transcript.ts';

export const guideId = 'jx-intl-2023';
const now = new Date('2023-05-08T02:00:00Z');
const address = 'https://guohe.example.cn/bot';

/** What a channel is handed. */
export interface Shown {
  reply: Reply;
  checklist?: ChecklistLinks;
}

export interface Heard {
  shown: Shown[];
  record: ConversationRecord;
}

/** What a person does: types something or hands it on, presses a button of a question, in a talk of their own or among others. */
export interface Doing {
  text?: string;
  pressed?: string;
  group?: true;
  forwarded?: true;
  /** Who it is, on a channel that proves it: somebody of staff may have linked themselves. */
  by?: string;
}

export interface Turning {
  /** Nothing of it is kept, but for the checklists of verdicts where `keeps` says so. */
  turn(doing: Doing | string, record: ConversationRecord, keeps?: 'checklists'): Promise<Heard>;
  /** What somebody of staff types to link themselves. */
  code(): Promise<string>;
  end(): Promise<void>;
}

/** A turn, under a word on how it came about; gives the document as it is afterwards. */
export type Say = (from: string, ...what: Parameters<Turning['turn']>) => Promise<ConversationRecord>;

/** A conversation with these cases, the last one open. */
export function conversationOf(...cases: CaseRecord[]): ConversationRecord {
  const last = cases.at(-1);
  return {
    ...newConversation('every', 'console'),
    notice: { version: '2-180', at: now.toISOString() },
    heardAt: now.toISOString(),
    cases,
    ...(last && { openCase: last.id }),
  };
}

export async function openTurning(): Promise<Turning> {
  const folder = await mkdtemp(join(tmpdir(), 'guohe-'));
  const store = embeddedStore(folder);
  let shown: Shown[] = [];
  let account: Promise<{ id: string; name: string }> | undefined;
  const checklists = checklistKeeper({ address: () => address, now: () => now });
  const run = turns({
    store,
    log: createLog('silent'),
    guideId,
    now: () => now,
    timeZone: 'Asia/Shanghai',
    retentionDays: 180,
    checklists,
    exports: exportKeeper({ address: () => address, now: () => now }),
    present(reply, checklist) {
      shown.push({ reply, ...(checklist && { checklist }) });
      return { type: 'message', text: reply.text };
    },
  });
  const heard = transcriptLine.parse({
    seq: 1,
    at: now.toISOString(),
    from: 'person',
    activity: { id: 'said' },
    guide: guideId,
    overlay: null,
  });
  return {
    async turn(doing, record, keeps) {
      const { text, pressed, group, forwarded, by } = typeof doing === 'string' ? { text: doing } : doing;
      shown = [];
      const incoming = {
        id: 'said',
        channel: by === undefined ? 'console' : 'wecom',
        conversation: record.id,
        from: { id: by ?? 'me' },
        type: 'message' as const,
        ...(pressed === undefined ? { text: text ?? '' } : { value: { text, question: pressed } }),
        ...(group && { group }),
        ...(forwarded && { forwarded }),
      };
      const turned = await run(incoming, { record, heard, lines: async () => [heard] });
      if (keeps) {
        checklists.name(turned.record, turned.made);
        for (const { id, checklist } of turned.made) await store.checklists.save(id, checklist);
      }
      return { shown, record: turned.record };
    },
    async code() {
      account ??= openAccounts(store.documents, () => now).add({ name: '陈晓', role: 'clerk', state: 'active' });
      return makeCode(store.documents, await account, now);
    },
    async end() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
