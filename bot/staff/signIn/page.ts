/** The pages before somebody is signed in. */
import { type Html, html } from '../../html.ts';
import { passwordLength } from '../accounts/password.ts';
import { alone, roleNames } from '../layout.ts';
import type { Role } from '../route.ts';

/** A way to sign in elsewhere. */
export interface OtherWay {
  path: string;
  label: string;
}

export interface SignInPage {
  back: string;
  ways: readonly OtherWay[];
  /** In a tab of Teams: other sites refuse to be framed. */
  framed: boolean;
  name?: string;
  error?: string;
}

const problem = (error: string | undefined): Html | undefined =>
  error === undefined ? undefined : html`<p class="notice attention" role="alert" id="problem">${error}</p>`;

const described = (error: string | undefined): Html | undefined =>
  error === undefined ? undefined : html` aria-describedby="problem" aria-invalid="true"`;

export function signInPage({ back, ways, framed, name = '', error }: SignInPage): Html {
  const query = `?back=${encodeURIComponent(back)}`;
  const links = ways.map(
    ({ path, label }) =>
      html`<a class="button plain" href="${path}${query}"${framed ? html` target="_blank" rel="noopener"` : undefined}>${label}</a>`,
  );
  return alone(
    '工作人员登录',
    html`${problem(error)}
<form class="stack" method="post" action="/staff/sign-in">
<input type="hidden" name="back" value="${back}">
<div class="field"><label for="name">名字</label><input id="name" name="name" value="${name}" autocomplete="username" maxlength="40" required${name === '' ? html` autofocus` : undefined}${described(error)}></div>
<div class="field"><label for="password">密码</label><input id="password" name="password" type="password" autocomplete="current-password" maxlength="400" required${name === '' ? undefined : html` autofocus`}${described(error)}></div>
<button>登录</button>
</form>
${links.length > 0 ? html`<p class="or">或</p><div class="stack">${links}</div>` : undefined}
${links.length > 0 && framed ? html`<p class="hint">在 Teams 标签页里，其他登录方式会打开新的窗口；登录后请在新窗口里继续使用。</p>` : undefined}
<p class="hint">没有账号，或忘记了密码，请联系管理员。</p>`,
  );
}

export interface InvitedPage {
  token: string;
  name: string;
  role: Role;
  /** The account is there, and gets another password. */
  again: boolean;
  error?: string;
}

export function invitedPage({ token, name, role, again, error }: InvitedPage): Html {
  return alone(
    again ? '设置新密码' : '建立账号',
    html`<dl class="facts"><div><dt>名字</dt><dd>${name}</dd></div><div><dt>角色</dt><dd>${roleNames[role]}</dd></div></dl>
${problem(error)}
<form class="stack" method="post" action="/staff/invite">
<input type="hidden" name="token" value="${token}">
<input type="hidden" name="username" value="${name}" autocomplete="username">
<div class="field"><label for="password">密码</label><input id="password" name="password" type="password" autocomplete="new-password" minlength="${passwordLength.least}" maxlength="400" required autofocus aria-describedby="rule${error === undefined ? '' : ' problem'}"><p class="hint" id="rule">至少 ${passwordLength.least} 个字符，不要用常见的密码和自己的名字。</p></div>
<div class="field"><label for="again">再输一次</label><input id="again" name="again" type="password" autocomplete="new-password" maxlength="400" required></div>
<button>${again ? '保存新密码' : '建立账号并登录'}</button>
</form>`,
  );
}

/** One calm sentence, and the way back. */
export const wordPage = (title: string, word: string): Html =>
  alone(title, html`<p>${word}</p><a class="button plain" href="/staff/sign-in">去登录</a>`);
