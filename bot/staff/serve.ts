/** The console on the HTTP server: who asks, whether they may, whether a form is their own; then the room, in the frame of the page. */
import type { Request, Response, Server } from 'restify';
import { StaleError } from '../../state/documents.ts';
import { discard } from '../body.ts';
import { daily } from '../daily.ts';
import { html } from '../html.ts';
import { newReference, Problem } from '../problem.ts';
import { takeBody } from '../server.ts';
import { mayDo, openAccounts } from './accounts/account.ts';
import { sweepInvites } from './accounts/invites.ts';
import { cookieIn, cookieName, setCookie } from './cookies.ts';
import { csrfName, csrfToken, fromElsewhere, keepToken, sameToken } from './csrf.ts';
import { sendFile } from './files.ts';
import { readForm } from './forms.ts';
import { alone, framed } from './layout.ts';
import { matcher } from './matching.ts';
import { rooms as allRooms } from './rooms.ts';
import type { Member, OpenRoom, StaffRequest, StaffRoute, StaffSurroundings } from './route.ts';
import { sendAnswer } from './send.ts';
import { openSessions, type Session } from './session.ts';
import { openSignIn } from './signIn/index.ts';
import { addCookie, addressOf, redirect, sendHtml, setHeaders, type Visit, visitOf } from './visit.ts';

export interface StaffOptions extends Omit<StaffSurroundings, 'audit'> {
  /** Others than those of `rooms.ts`. */
  rooms?: readonly OpenRoom[];
}

export interface StaffConsole {
  /** Every route of every room, for tests that ask each of them. */
  routes: readonly StaffRoute[];
  stop(): Promise<void>;
}

interface SignedIn {
  session: Session;
  member: Member;
}

/** Under `/staff`; nothing of it can be reached without a session but the ways to get one. */
export async function staffConsole(server: Server, options: StaffOptions): Promise<StaffConsole> {
  const { store, env, now, log, address, rooms = allRooms } = options;
  const { documents } = store;
  const https = env.PUBLIC_URL?.startsWith('https:') ?? false;
  const from = addressOf(env);
  const accounts = openAccounts(documents, now);
  const sessions = openSessions(documents, now);
  const audit: StaffSurroundings['audit'] = ({ id, name }, deed, about, note) =>
    store.audit.add({
      at: now().toISOString(),
      by: { id, name },
      deed,
      ...(about !== undefined && { about }),
      ...(note !== undefined && { note }),
    });
  const surroundings: StaffSurroundings = { ...options, audit };
  const opened = rooms.map((open) => open(surroundings));
  const nav = opened.flatMap((room) => room.nav ?? []);
  const routes = opened.flatMap((room) => room.routes);
  const find = matcher(routes);
  // Made now, so that `npm run staff:invite` finds it while the service runs.
  const key = await store.signingKey();
  const origin = (): string | undefined => {
    const known = address();
    return known === undefined ? undefined : new URL(known).origin;
  };
  const signIn = openSignIn({ key, accounts, sessions, documents, env, https, now, log, audit, address });

  async function signedIn({ req, method, partial }: Visit): Promise<SignedIn | undefined> {
    const session = await sessions.find(
      cookieIn(req.headers.cookie, cookieName('staff', https)),
      partial && method === 'GET' ? 'poll' : 'person',
    );
    if (!session) return undefined;
    const account = await accounts.read(session.account);
    if (account?.state !== 'active' || account.generation !== session.generation) {
      await sessions.end(session.id);
      return undefined;
    }
    const { id, name, role } = account;
    const member = { id, name, role };
    keepToken(member, csrfToken(session.id));
    return { session, member };
  }

  /** A page for a refusal, in the frame for those who are signed in. */
  function refuse(visit: Visit, status: number, title: string, detail: string, member?: Member): void {
    const body = html`<p>${detail}</p><p class="actions"><a class="button plain" href="/staff">回到首页</a></p>`;
    const page = { title, at: '', body: html`<section class="card">${body}</section>` };
    sendHtml(visit, status, member ? framed({ page, member, nav }) : alone(title, body));
  }

  /** What was thrown, as a calm page; its cause goes to the log under the number that the page shows. */
  function fail(visit: Visit, error: unknown, member?: Member): void {
    const { req, res } = visit;
    if (res.headersSent) res.destroy(); // cut off rather than let it look complete
    if (req.destroyed && !req.complete) return; // hung up while sending
    if (error instanceof StaleError) {
      refuse(visit, 409, '别人刚刚改过', '请回到上一页刷新，看过现在的内容再改一次。', member);
    } else if (error instanceof Problem && error.status < 500) {
      refuse(visit, error.status, error.title, error.detail ?? '请检查后再试。', member);
    } else {
      const reference = newReference();
      log.error({ err: error, reference, method: req.method, route: '/staff' }, 'request failed');
      if (!res.headersSent) res.setHeader('X-Reference', reference);
      const detail = `请稍后再试；如果仍然出错，请把编号 ${reference} 告诉管理员。`;
      refuse(visit, 500, '服务暂时出错', detail, member);
    }
  }

  async function inRoom(visit: Visit, { session, member }: SignedIn): Promise<void> {
    const { req, method, path, query, partial } = visit;
    if (method === 'GET' && /^\/staff\/?$/.test(path)) {
      const first = nav.find(({ role }) => mayDo(member.role, role));
      if (first) return redirect(visit, first.path);
    }
    const signingOut = method === 'POST' && path === '/staff/sign-out';
    const match = signingOut ? undefined : find(method, path);
    if (match === 'no-route' || match === 'other-method') {
      discard(req);
      const known = match === 'other-method';
      return refuse(
        visit,
        known ? 405 : 404,
        known ? '这个地址不能这样打开' : '没有这个页面',
        '可能是网址不完整，或者内容已经删除。',
        member,
      );
    }
    if (match && !mayDo(member.role, match.route.role)) {
      discard(req);
      return refuse(visit, 403, '没有权限', '您的账号不能打开这一页；需要的话，请管理员调整您的角色。', member);
    }
    const { form, files } =
      method === 'POST' ? await readForm(req, match?.route.upload) : { form: new URLSearchParams(), files: new Map() };
    if (method === 'POST') {
      if (fromElsewhere(req.headers, origin()) || !sameToken(form.get(csrfName), csrfToken(session.id)))
        return refuse(visit, 403, '这个表单已经失效', '请回到上一页刷新后再提交。', member);
      form.delete(csrfName);
    }
    if (!match) {
      await sessions.end(session.id);
      await audit(member, 'session.end');
      addCookie(visit.res, setCookie('staff', '', { https, framed: visit.framed, seconds: 0 }));
      return redirect(visit, '/staff/sign-in');
    }
    const request: StaffRequest = { member, params: match.params, query, form, files, partial };
    const answer = await match.route.handle(request);
    await sendAnswer(visit, answer, {
      member,
      nav,
      say: (said) => sessions.say(session.id, said),
      said: () => sessions.said(session),
    });
  }

  async function answer(req: Request, res: Response): Promise<void> {
    setHeaders(res);
    const visit = visitOf(req, res, from);
    if (!visit) throw new Problem(405, '这个地址不支持这种请求方法');
    let known: SignedIn | undefined;
    try {
      const [, file] = /^\/staff\/files\/([\w.]+)$/.exec(visit.path) ?? [];
      if (file !== undefined && visit.method === 'GET' && sendFile(req, res, file)) return;
      if (await signIn.answered(visit)) return;
      known = await signedIn(visit);
      if (known) return await inRoom(visit, known);
      discard(req);
      if (visit.partial) res.setHeader('HX-Refresh', 'true');
      await signIn.ask(visit, 401);
    } catch (error) {
      fail(visit, error, known?.member);
    }
  }

  takeBody(server, '/staff/*', { unread: true, limit: Number.POSITIVE_INFINITY });
  for (const path of ['/staff', '/staff/*']) {
    for (const method of ['get', 'head', 'post', 'put', 'patch', 'del', 'opts'] as const)
      server[method](path, async (req: Request, res: Response) => answer(req, res));
  }

  const sweep = async (): Promise<void> => {
    await sessions.sweep();
    await sweepInvites(documents, now());
    await signIn.sweep();
  };
  const stopSweeping = daily(sweep, log, 'staff sessions not swept');
  return {
    routes,
    async stop() {
      await stopSweeping();
      for (const room of opened) await room.stop?.();
    },
  };
}
