/** Signing in with the name and password of a local account. */
import type { Accounts } from '../accounts/account.ts';
import { BusyError, isPassword } from '../accounts/password.ts';
import { backTo } from '../back.ts';
import { readForm } from '../forms.ts';
import type { StaffSurroundings } from '../route.ts';
import { sendHtml, type Visit } from '../visit.ts';
import type { Attempts } from './attempts.ts';
import type { Enter } from './enter.ts';
import { type OtherWay, signInPage } from './page.ts';

export interface LocalOptions {
  accounts: Accounts;
  attempts: Attempts;
  audit: StaffSurroundings['audit'];
  enter: Enter;
  ways: readonly OtherWay[];
}

/** Of those who are not signed in. */
const somebody = { id: 'system', name: '未登录' };

export function localSignIn({ accounts, attempts, audit, enter, ways }: LocalOptions) {
  async function tried(visit: Visit): Promise<void> {
    const { form } = await readForm(visit.req);
    const name = (form.get('name') ?? '').slice(0, 200).trim();
    const password = (form.get('password') ?? '').slice(0, 1000);
    const back = backTo(form.get('back'));
    const refuse = (status: number, error: string): void =>
      sendHtml(visit, status, signInPage({ back, ways, framed: visit.framed, name: name.slice(0, 40), error }));
    if (!(await attempts.begin(name, visit.from))) {
      visit.res.setHeader('Retry-After', '900');
      return refuse(429, '试的次数太多，请 15 分钟后再试，或请管理员重设密码。');
    }
    const account = await accounts.byName(name);
    const usable = account?.state === 'active' ? account : undefined;
    let right: boolean;
    try {
      right = await isPassword(password, usable?.password);
    } catch (error) {
      if (!(error instanceof BusyError)) throw error;
      visit.res.setHeader('Retry-After', '5');
      return refuse(503, '现在登录的人太多，请稍等几秒再试。');
    }
    if (!right || !usable) {
      // The name that was typed is not kept: people type their password there.
      await audit(account ?? somebody, 'session.refused', undefined, account ? '密码不对或已停用' : '没有这个名字');
      return refuse(401, '名字或密码不对。');
    }
    await attempts.right(name);
    await enter(visit, usable, '名字和密码', back);
  }

  return { tried };
}
