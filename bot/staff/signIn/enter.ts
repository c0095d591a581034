/** Somebody has shown who they are: a new session, and back to the page they wanted. */
import type { Account, Accounts } from '../accounts/account.ts';
import { backTo } from '../back.ts';
import { cookieIn, cookieName, setCookie } from '../cookies.ts';
import type { StaffSurroundings } from '../route.ts';
import type { Sessions } from '../session.ts';
import { addCookie, redirect, type Visit } from '../visit.ts';

export interface Entering {
  accounts: Accounts;
  sessions: Sessions;
  https: boolean;
  now: () => Date;
  audit: StaffSurroundings['audit'];
}

/** @param by how they have shown it, in words */
export type Enter = (visit: Visit, account: Account, by: string, back: string | null | undefined) => Promise<void>;

export function entering({ accounts, sessions, https, now, audit }: Entering): Enter {
  return async (visit, account, by, back) => {
    const old = cookieIn(visit.req.headers.cookie, cookieName('staff', https));
    if (old !== undefined && old !== '') await sessions.end(old);
    const id = await sessions.begin(account);
    await accounts.change(account.id, { signedInAt: now().toISOString() });
    await audit(account, 'session.begin', undefined, by);
    addCookie(visit.res, setCookie('staff', id, { https, framed: visit.framed }));
    redirect(visit, backTo(back));
  };
}
