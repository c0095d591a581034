/** 我: one's own password, the chat accounts that are linked, and signing out everywhere. */
import { type Html, html } from '../html.ts';
import { type Account, mayDo, openAccounts } from './accounts/account.ts';
import { BusyError, isPassword, passwordHash, passwordLength, refusedPassword } from './accounts/password.ts';
import { csrfField } from './csrf.ts';
import { roleNames } from './layout.ts';
import { codeGoodFor, type Link, linksOf, makeCode, unlink } from './links.ts';
import type { OpenRoom, Page, StaffAnswer, StaffRequest } from './route.ts';
import { shownTime } from './shownTime.ts';
import { countAttempts } from './signIn/attempts.ts';

const at = '/staff/me';

const channelNames: Readonly<Record<string, string>> = { msteams: 'Teams', wecom: '企业微信', wecomKf: '微信客服' };

interface Shown {
  request: StaffRequest;
  account: Account;
  links: readonly Link[];
  timeZone: string;
  code?: string;
  error?: string;
}

function linkRow({ channel, user, at: since }: Link, request: StaffRequest, timeZone: string): Html {
  return html`<tr><td data-label="渠道">${channelNames[channel] ?? channel}</td><td data-label="用户"><code>${user}</code></td><td data-label="绑定时间">${shownTime(since, timeZone)}</td>
<td><form method="post" action="${at}/unlink">${csrfField(request)}<input type="hidden" name="channel" value="${channel}"><input type="hidden" name="user" value="${user}"><button class="link">解除绑定<span class="visually-hidden">：${channelNames[channel] ?? channel} ${user}</span></button></form></td></tr>`;
}

function mePage({ request, account, links, timeZone, code, error }: Shown): Page {
  const field = (id: string, label: string, complete: string, hint?: Html): Html =>
    html`<div class="field"><label for="${id}">${label}</label><input id="${id}" name="${id}" type="password" autocomplete="${complete}" maxlength="400" required${error === undefined ? undefined : html` aria-describedby="password-error"`}>${hint}</div>`;
  const password = html`<section class="card"><h2>改密码</h2>
${
  account.password === undefined
    ? html`<p class="subtle">您用${account.by ?? '别的方式'}登录，这里没有密码。</p>`
    : html`<form method="post" action="${at}/password" class="stack">${csrfField(request)}
${error === undefined ? undefined : html`<p class="notice attention" role="alert" id="password-error">${error}</p>`}
<input type="hidden" name="username" value="${account.name}" autocomplete="username">
${field('now', '现在的密码', 'current-password')}
${field('password', '新密码', 'new-password', html`<p class="hint">至少 ${passwordLength.least} 个字符。</p>`)}
${field('again', '再输一次新密码', 'new-password')}
<div class="actions"><button>改密码</button></div><p class="hint">改好后，所有设备都要用新密码重新登录。</p></form>`
}</section>`;
  const binding = html`<section class="card"><h2>绑定聊天账号</h2>
<p class="subtle">绑定后，您在 Teams 或企业微信里发来的话，会当作转来的问题，不会当作您自己的申报；要自己试用，发送“自查”。</p>
${
  code === undefined
    ? undefined
    : html`<div class="notice good" role="status"><p>请在聊天里发送：</p><p><b><code>绑定 ${code}</code></b></p><p>绑定码 ${codeGoodFor / 60_000} 分钟内有效，只能用一次。</p></div>`
}
${
  links.length === 0
    ? undefined
    : html`<div class="table" role="region" aria-label="已绑定的聊天账号" tabindex="0"><table class="stacked"><thead><tr><th scope="col">渠道</th><th scope="col">用户</th><th scope="col">绑定时间</th><th scope="col"><span class="visually-hidden">操作</span></th></tr></thead><tbody>${links.map((link) => linkRow(link, request, timeZone))}</tbody></table></div>`
}
<form method="post" action="${at}/code">${csrfField(request)}<button class="plain">生成绑定码</button></form></section>`;
  const body = html`<div class="columns"><div class="stack">${mayDo(account.role, 'clerk') ? binding : undefined}${password}</div>
<div class="stack"><section class="card"><dl class="facts"><div><dt>名字</dt><dd>${account.name}</dd></div><div><dt>角色</dt><dd>${roleNames[account.role]}</dd></div><div><dt>登录方式</dt><dd>${account.by ?? '名字和密码'}</dd></div></dl></section>
<section class="card"><h2>在所有设备上退出</h2><p class="subtle">用过公用电脑，或者设备丢了，请在这里退出。</p><form method="post" action="${at}/sign-out-everywhere">${csrfField(request)}<button class="danger">全部退出</button></form></section></div></div>`;
  return { title: '我', at, body };
}

export const meRoom: OpenRoom = ({ store: { documents }, env, now, audit }) => {
  const accounts = openAccounts(documents, now);
  const attempts = countAttempts(documents, now);

  async function page(request: StaffRequest, more: Pick<Shown, 'code' | 'error'> = {}): Promise<StaffAnswer> {
    const account = await accounts.read(request.member.id);
    if (!account) return { to: '/staff' };
    const links = await linksOf(documents, account.id);
    const shown = { request, account, links, timeZone: env.TZ, ...more };
    return { page: mePage(shown), status: more.error === undefined ? 200 : 422 };
  }

  async function changePassword(request: StaffRequest): Promise<StaffAnswer> {
    const { member, form } = request;
    const stored = (await accounts.read(member.id))?.password;
    const password = form.get('password') ?? '';
    if (stored === undefined) return { to: at };
    const refused = password === form.get('again') ? refusedPassword(password, member.name) : '两次输入的新密码不一样';
    if (refused !== undefined) return page(request, { error: `${refused}。` });
    // Who finds an open screen may not guess the password here either.
    if (!(await attempts.begin(`account ${member.id}`, member.id)))
      return page(request, { error: '试的次数太多，请 15 分钟后再试。' });
    try {
      if (!(await isPassword((form.get('now') ?? '').slice(0, 1000), stored))) {
        await audit(member, 'session.refused', undefined, '改密码时现在的密码不对');
        return page(request, { error: '现在的密码不对。' });
      }
      await attempts.right(`account ${member.id}`);
      await accounts.change(member.id, { password: await passwordHash(password) });
    } catch (error) {
      if (error instanceof BusyError) return page(request, { error: '现在登录的人太多，请稍等几秒再试。' });
      throw error;
    }
    await audit(member, 'account.password', member.id);
    return { to: '/staff' };
  }

  return {
    nav: { path: at, label: '我', role: 'reader' },
    routes: [
      { method: 'GET', path: at, role: 'reader', handle: (request) => page(request) },
      { method: 'POST', path: `${at}/password`, role: 'reader', handle: changePassword },
      {
        method: 'POST',
        path: `${at}/code`,
        role: 'clerk',
        async handle(request) {
          const code = await makeCode(documents, request.member, now());
          await audit(request.member, 'link.code');
          return page(request, { code });
        },
      },
      {
        method: 'POST',
        path: `${at}/unlink`,
        role: 'reader',
        async handle({ member, form }) {
          const who = { channel: form.get('channel') ?? '', user: form.get('user') ?? '' };
          const own = (await linksOf(documents, member.id)).some(
            (link) => link.channel === who.channel && link.user === who.user,
          );
          if (own) {
            await unlink(documents, who);
            await audit(member, 'link.remove', undefined, channelNames[who.channel] ?? who.channel);
          }
          return { to: at, said: '已解除绑定' };
        },
      },
      {
        method: 'POST',
        path: `${at}/sign-out-everywhere`,
        role: 'reader',
        async handle({ member }) {
          await accounts.endSessions(member.id);
          await audit(member, 'session.endAll');
          return { to: '/staff' };
        },
      },
    ],
  };
};
