/** Where a talk of 微信客服 is: one account and one customer. Nothing but the address itself holds the customer's id. */
import { z } from 'zod';
import { hashOf } from '../../../state/hash.ts';

export const name = 'wecomKf';

export const address = z.object({ open_kfid: z.string().min(1), touser: z.string().min(1) });
export type Address = z.output<typeof address>;

/** The talk's id: hashed, since the id stands in logs and transcripts. */
export const conversationOf = ({ open_kfid, touser }: Address): string =>
  `${name}:${hashOf(`${open_kfid}\n${touser}`).slice(0, 32)}`;

/** The account and the customer as the session's calls name them. */
export const partiesOf = ({ open_kfid, touser }: Address) => ({ open_kfid, external_userid: touser });
