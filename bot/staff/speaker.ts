/** Who speaks in a turn, as far as the channel proves it: the account of staff to which they have linked themselves. */
import type { Speaker } from '../../dialogs/session.ts';
import type { Documents } from '../../state/documents.ts';
import { type Account, openAccounts } from './accounts/account.ts';
import { bindCode, linkOf, unlink, voidCode } from './links.ts';

/** Elsewhere a client names itself as it likes; so does one that Bot Framework carries for somebody else than Teams. */
function proves(channel: string, address: Record<string, unknown> | undefined): boolean {
  return channel === 'wecom' || channel === 'wecomKf' || (channel === 'msteams' && address?.channelId === 'msteams');
}

/** Milliseconds of silence that end a talk of one's own. */
const restsAfter = 24 * 60 * 60 * 1000;

interface Heard {
  channel: string;
  from: { id: string };
  group?: true;
}

interface Talk {
  /** Where replies are sent. */
  address?: Record<string, unknown> | undefined;
  /** ISO time at which somebody was last heard in the conversation. */
  heardAt?: string | undefined;
}

export interface Speakers {
  of(heard: Heard, talk: Talk): Promise<Speaker | undefined>;
  voidCode(code: string): Promise<void>;
}

export function openSpeakers(documents: Documents, now: () => Date): Speakers {
  const accounts = openAccounts(documents, now);

  async function active(id: string | undefined): Promise<Account | undefined> {
    const account = id === undefined ? undefined : await accounts.read(id);
    return account?.state === 'active' ? account : undefined;
  }

  return {
    voidCode: (code) => voidCode(documents, code),
    async of({ channel, from, group }, { address, heardAt }) {
      if (group || !proves(channel, address)) return undefined;
      const who = { channel, user: from.id };
      const account = await active((await linkOf(documents, who))?.member.id);
      return {
        ...(account && { staff: { id: account.id, name: account.name } }),
        rested: heardAt !== undefined && now().getTime() - Date.parse(heardAt) >= restsAfter,
        async bind(code) {
          const found = await bindCode(documents, code, who, now());
          if (typeof found === 'string') return found;
          const owner = await active(found.link.member.id);
          if (owner) return { id: owner.id, name: owner.name };
          await unlink(documents, who);
          return 'wrong';
        },
        unbind: () => unlink(documents, who),
      };
    },
  };
}
