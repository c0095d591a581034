/** Links by which people take their own data away: made while the reply is presented, kept before it is committed. */
import { randomBytes } from 'node:crypto';
import { type ConversationRecord, maxExports } from '../../state/conversation.ts';
import type { ExportLink } from '../../state/exports.ts';

/** An export link that stands in a reply that is not committed yet. */
export interface NewExport {
  id: string;
  url: string;
  link: ExportLink;
}

export interface ExportKeeper {
  /** A link under a new id; undefined while nobody could open it. */
  make(conversation: string): NewExport | undefined;
  /** Names what a turn made in the conversation's document; gives back the ids that are too many now. */
  name(record: ConversationRecord, made: readonly NewExport[]): string[];
}

interface KeeperOptions {
  /** Where the service can be reached, without a slash at the end; undefined when nobody has told. */
  address: () => string | undefined;
  now: () => Date;
}

const day = 24 * 60 * 60 * 1000;

export function exportKeeper({ address, now }: KeeperOptions): ExportKeeper {
  return {
    make(conversation) {
      const base = address();
      if (base === undefined) return undefined;
      const id = randomBytes(24).toString('base64url');
      const made = now();
      const expiresAt = new Date(made.getTime() + day).toISOString();
      return {
        id,
        url: `${base}/exports/${id}.json`,
        link: { schema: 1, conversation, madeAt: made.toISOString(), expiresAt },
      };
    },
    name(record, made) {
      const ids = [...record.exports, ...made.map(({ id }) => id)];
      record.exports = ids.slice(-maxExports);
      return ids.slice(0, -maxExports);
    },
  };
}
