/** What a one-time link opens: an account is made, or gets a new password, and its owner is signed in. */
import type { Documents } from '../../../state/documents.ts';
import { type Accounts, NameTakenError } from '../accounts/account.ts';
import { type Invite, isUsed, readInvite, stillHolds, unuseInvite, useInvite } from '../accounts/invites.ts';
import { BusyError, passwordHash, refusedPassword } from '../accounts/password.ts';
import { readForm } from '../forms.ts';
import type { StaffSurroundings } from '../route.ts';
import { sendHtml, type Visit } from '../visit.ts';
import type { Attempts } from './attempts.ts';
import type { Enter } from './enter.ts';
import { invitedPage, wordPage } from './page.ts';

export interface InvitedOptions {
  key: string;
  accounts: Accounts;
  documents: Documents;
  /** A new password ends what wrong ones have locked. */
  attempts: Attempts;
  now: () => Date;
  audit: StaffSurroundings['audit'];
  enter: Enter;
}

const over = wordPage(
  '链接不能用了',
  '这个链接已经用过，或者超过了 24 小时，或者不完整，或者已经作废。请向管理员要一个新的。',
);

export function invited({ key, accounts, documents, attempts, now, audit, enter }: InvitedOptions) {
  async function valid(token: string): Promise<Invite | undefined> {
    const invite = readInvite(key, token, now());
    if (!invite || (await isUsed(documents, invite))) return undefined;
    return (await stillHolds(documents, accounts, invite)) ? invite : undefined;
  }

  async function opened(visit: Visit, token: string): Promise<void> {
    const invite = await valid(token);
    if (!invite) return sendHtml(visit, 404, over);
    sendHtml(visit, 200, invitedPage({ token, ...invite, again: invite.account !== undefined }));
  }

  /** The account that the link makes or changes; nothing when somebody was faster. */
  async function accountOf(invite: Invite, password: string) {
    if (!(await useInvite(documents, invite))) return undefined;
    try {
      if (invite.account !== undefined) return await accounts.change(invite.account, { password });
      return await accounts.add({ name: invite.name, role: invite.role, state: 'active', password });
    } catch (error) {
      await unuseInvite(documents, invite);
      throw error;
    }
  }

  async function accepted(visit: Visit): Promise<void> {
    const { form } = await readForm(visit.req);
    const token = form.get('token') ?? '';
    const invite = await valid(token);
    if (!invite) return sendHtml(visit, 404, over);
    const refuse = (status: number, error: string): void =>
      sendHtml(visit, status, invitedPage({ token, ...invite, again: invite.account !== undefined, error }));
    const password = form.get('password') ?? '';
    const reason = password === form.get('again') ? refusedPassword(password, invite.name) : '两次输入的密码不一样';
    if (reason !== undefined) return refuse(422, `${reason}。`);
    try {
      const account = await accountOf(invite, await passwordHash(password));
      if (account?.state !== 'active') return sendHtml(visit, 404, over);
      await audit(
        account,
        invite.account === undefined ? 'account.made' : 'account.password',
        account.id,
        '用一次性链接',
      );
      await attempts.right(account.name);
      await enter(visit, account, '一次性链接', undefined);
    } catch (error) {
      if (error instanceof NameTakenError) return refuse(409, '这个名字已经有账号，请管理员换一个名字再邀请。');
      if (error instanceof BusyError) return refuse(503, '现在登录的人太多，请稍等几秒再试。');
      throw error;
    }
  }

  return { opened, accepted };
}
