/** The ways to sign in, and what is answered to those who have not. */
import type { Documents } from '../../../state/documents.ts';
import { discard } from '../../body.ts';
import type { Env } from '../../env.ts';
import type { Log } from '../../log.ts';
import type { Accounts } from '../accounts/account.ts';
import { backTo } from '../back.ts';
import { fromElsewhere } from '../csrf.ts';
import type { StaffSurroundings } from '../route.ts';
import type { Sessions } from '../session.ts';
import { redirect, sendHtml, type Visit } from '../visit.ts';
import { countAddresses } from './addresses.ts';
import { countAttempts } from './attempts.ts';
import { entering } from './enter.ts';
import { openFlows } from './flow.ts';
import { foreignAccount } from './foreign.ts';
import { invited } from './invited.ts';
import { localSignIn } from './local.ts';
import { type Oidc, oidcPath, oidcSignIn } from './oidc.ts';
import { signInPage, wordPage } from './page.ts';
import { type WecomSignIn, wecomPath, wecomSignIn } from './wecom.ts';

export interface SignInOptions {
  /** Signs one-time links. */
  key: string;
  accounts: Accounts;
  sessions: Sessions;
  documents: Documents;
  env: Env;
  https: boolean;
  now: () => Date;
  log: Log;
  audit: StaffSurroundings['audit'];
  address: () => string | undefined;
}

export interface SignIn {
  /** Answers what may be asked without a session; false when this is nothing of it. */
  answered(visit: Visit): Promise<boolean>;
  /** The page to sign in, which comes back to the page that was asked for. */
  ask(visit: Visit, status: 200 | 401): Promise<void>;
  sweep(): Promise<void>;
}

type WayAbroad = Oidc | WecomSignIn;

const nobody = { id: 'system', name: '未登录' };

export function openSignIn(options: SignInOptions): SignIn {
  const { address } = options;
  const enter = entering(options);
  const { accounts, audit, documents, env, https, log, now } = options;
  const mayTry = countAddresses(now);
  const flows = openFlows(documents, https, now);
  const abroad = new Map<string, { label: string; way: WayAbroad }>();
  const oidc = oidcSignIn(env, flows, address);
  const wecom = wecomSignIn({ env, flows, documents, address, now, log });
  if (wecom) abroad.set(wecomPath, { label: '用企业微信扫码登录', way: wecom });
  if (oidc) abroad.set(oidcPath, { label: '用统一身份认证登录', way: oidc });
  const ways = [...abroad].map(([path, { label }]) => ({ path, label }));
  const attempts = countAttempts(documents, now);
  const local = localSignIn({ accounts, attempts, audit, enter, ways });
  const links = invited({ ...options, attempts, enter });

  const ask: SignIn['ask'] = async (visit, status) => {
    const { method, path, query, framed } = visit;
    const asked = path === '/staff/sign-in' ? query.get('back') : method === 'GET' ? whole(visit) : before(visit);
    sendHtml(visit, status, signInPage({ back: backTo(asked), ways, framed }));
  };

  /** Somebody else's page may not sign people in to an account of its own. */
  function foreign(visit: Visit): boolean {
    const own = address();
    if (!fromElsewhere(visit.req.headers, own === undefined ? undefined : new URL(own).origin)) return false;
    discard(visit.req);
    sendHtml(visit, 403, wordPage('请从登录页登录', '这个表单不是从本服务的页面提交的。'));
    return true;
  }

  /** To the other site. */
  async function depart(visit: Visit, way: WayAbroad): Promise<void> {
    try {
      redirect(visit, await way.start(visit, backTo(visit.query.get('back'))));
    } catch (error) {
      log.error({ err: error }, 'sign-in elsewhere could not begin');
      sendHtml(visit, 503, wordPage('暂时不能这样登录', '登录服务没有回应，请稍后再试，或换一种方式登录。'));
    }
  }

  /** Back from the other site. Why somebody was not let in goes to the log without what came. */
  async function arrive(visit: Visit, { label, way }: { label: string; way: WayAbroad }): Promise<void> {
    const came = await way.finish(visit).catch((error: unknown) => {
      const { name, code } =
        error instanceof Error ? { code: undefined, ...error, name: error.name } : { name: 'unknown', code: undefined };
      log.warn({ fault: name, code }, 'sign-in elsewhere refused');
      return undefined;
    });
    if (!came) {
      await audit(nobody, 'session.refused', undefined, label);
      return sendHtml(visit, 401, wordPage('没有登录成功', '登录没有完成，或者超过了 10 分钟。请再试一次。'));
    }
    const account = await foreignAccount(accounts, came.recognised, audit);
    if (account.state === 'active') return enter(visit, account, came.recognised.by, came.back);
    await audit(account, 'session.refused', undefined, account.state === 'waiting' ? '等待批准' : '已停用');
    if (account.state === 'waiting')
      sendHtml(visit, 403, wordPage('等待管理员批准', '您的身份已经确认。请联系管理员，在“账号”里批准后再登录。'));
    else sendHtml(visit, 403, wordPage('账号已停用', '需要的话，请联系管理员恢复。'));
  }

  return {
    ask,
    async answered(visit) {
      const { method, path } = visit;
      const going = abroad.get(path);
      const coming = path.endsWith('/callback') ? abroad.get(path.slice(0, -'/callback'.length)) : undefined;
      if (method === 'GET' && (going || coming) && !mayTry(visit.from)) {
        visit.res.setHeader('Retry-After', '900');
        sendHtml(visit, 429, wordPage('试的次数太多', '请 15 分钟后再试。'));
        return true;
      }
      if (method === 'GET' && going) {
        await depart(visit, going.way);
        return true;
      }
      if (method === 'GET' && coming) {
        await arrive(visit, coming);
        return true;
      }
      const [, token] = /^\/staff\/invite\/([\w.-]+)$/.exec(path) ?? [];
      if (method === 'GET' && path === '/staff/sign-in') await ask(visit, 200);
      else if (method === 'GET' && token !== undefined) await links.opened(visit, token);
      else if (method === 'POST' && path === '/staff/sign-in') foreign(visit) || (await local.tried(visit));
      else if (method === 'POST' && path === '/staff/invite') foreign(visit) || (await links.accepted(visit));
      else return false;
      return true;
    },
    async sweep() {
      await attempts.sweep();
      await flows.sweep();
    },
  };
}

/** The page on which the form stood: it can be opened again. */
function before({ req }: Visit): string | undefined {
  const { referer } = req.headers;
  if (referer === undefined || !URL.canParse(referer)) return undefined;
  const { pathname, search } = new URL(referer);
  return pathname + search;
}

const whole = ({ path, query }: Visit): string => (query.size === 0 ? path : `${path}?${query}`);
