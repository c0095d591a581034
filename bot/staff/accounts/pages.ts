/** 账号: who may sign in, what they may, and the links that let new people in. */
import { type Html, html } from '../../html.ts';
import { csrfField } from '../csrf.ts';
import { roleNames } from '../layout.ts';
import { type Page, type Role, roles, type StaffRequest } from '../route.ts';
import { shownTime } from '../shownTime.ts';
import type { Account } from './account.ts';

export const at = '/staff/accounts';

const states = { active: '可以登录', waiting: '等待批准', disabled: '已停用' };
const tones = { active: 'good', waiting: 'warning', disabled: 'closed' };

const may: Record<Role, string> = {
  reader: '只看',
  clerk: '另可答复咨询、提出修改',
  reviewer: '另可批准别人的修改',
  admin: '另可管理账号、看审计',
};

const stateChip = ({ state }: Account): Html => html`<span class="chip ${tones[state]}">${states[state]}</span>`;

const roleSelect = (id: string, selected: Role): Html =>
  html`<select id="${id}" name="role">${roles.map(
    (role) =>
      html`<option value="${role}"${role === selected ? html` selected` : undefined}>${roleNames[role]}（${may[role]}）</option>`,
  )}</select>`;

const hrefOf = ({ id }: Account): string => `${at}/${encodeURIComponent(id)}`;

function row(account: Account, timeZone: string): Html {
  return html`<tr>
<td data-label="名字"><a href="${hrefOf(account)}">${account.name}</a></td>
<td data-label="角色">${roleNames[account.role]}</td>
<td data-label="登录方式">${account.by ?? '名字和密码'}</td>
<td data-label="最近登录">${account.signedInAt === undefined ? '还没有登录过' : shownTime(account.signedInAt, timeZone)}</td>
<td data-label="状态">${stateChip(account)}</td>
</tr>`;
}

export interface ListPage {
  request: Pick<StaffRequest, 'member'>;
  accounts: readonly Account[];
  timeZone: string;
  /** What was typed and refused. */
  refused?: { name: string; role: Role; error: string };
}

export function listPage({ request, accounts, timeZone, refused }: ListPage): Page {
  const waiting = accounts.filter(({ state }) => state === 'waiting');
  const body = html`${
    waiting.length > 0
      ? html`<p class="notice warning">有 ${waiting.length} 个人用统一登录或企业微信登录过，正在等待批准：${waiting.map((account, n) => html`${n > 0 ? '、' : ''}<a href="${hrefOf(account)}">${account.name}</a>`)}。</p>`
      : undefined
  }
<section class="card tight"><div class="table" role="region" aria-label="账号" tabindex="0"><table class="stacked">
<thead><tr><th scope="col">名字</th><th scope="col">角色</th><th scope="col">登录方式</th><th scope="col">最近登录</th><th scope="col">状态</th></tr></thead>
<tbody>${accounts.map((account) => row(account, timeZone))}</tbody>
</table></div></section>
<section class="card"><h2>邀请新的人</h2>
<p class="subtle">生成一个 24 小时内有效、只能用一次的链接；对方打开后自己设置密码。</p>
<form method="post" action="${at}/invite" class="stack">${csrfField(request)}
<div class="row">
<div class="field${refused ? html` invalid` : undefined}"><label for="name">名字</label><input id="name" name="name" maxlength="40" autocomplete="off" required value="${refused?.name ?? ''}"${refused ? html` aria-describedby="name-error" aria-invalid="true"` : undefined}>${refused ? html`<p class="error" id="name-error">${refused.error}</p>` : undefined}</div>
<div class="field"><label for="role">角色</label>${roleSelect('role', refused?.role ?? 'clerk')}</div>
</div>
<div class="actions"><button>生成链接</button></div>
</form></section>`;
  return { title: '账号', at, body };
}

export interface LinkPage {
  name: string;
  link: string;
  again: boolean;
}

/** The only time that the link is shown. */
export function linkPage({ name, link, again }: LinkPage): Page {
  const body = html`<section class="card">
<p>请把下面的链接交给 ${name} 本人。链接 24 小时内有效，只能用一次，离开这一页后不再显示。</p>
<div class="field"><label for="link">${again ? '重设密码的链接' : '建立账号的链接'}</label><textarea id="link" readonly rows="3" spellcheck="false">${link}</textarea></div>
<p class="actions"><a class="button plain" href="${at}">回到账号</a></p>
</section>`;
  return { title: '一次性链接', at, body };
}

export interface OnePage {
  request: Pick<StaffRequest, 'member'>;
  account: Account;
  timeZone: string;
  error?: string;
}

const post = (action: string, request: Pick<StaffRequest, 'member'>, inner: Html): Html =>
  html`<form method="post" action="${action}" class="stack">${csrfField(request)}${inner}</form>`;

export function onePage({ request, account, timeZone, error }: OnePage): Page {
  const here = hrefOf(account);
  const { state, role, name, by, signedInAt, madeAt, password } = account;
  const waiting = state === 'waiting';
  const decide = waiting
    ? html`<section class="card"><h2>批准</h2>${post(
        `${here}/approve`,
        request,
        html`<div class="row"><div class="field"><label for="name">显示的名字</label><input id="name" name="name" maxlength="40" value="${name}" required autocomplete="off"></div><div class="field"><label for="role">角色</label>${roleSelect('role', 'reader')}</div></div><div class="actions"><button>批准登录</button></div>`,
      )}</section>`
    : html`<section class="card"><h2>角色</h2>${post(
        `${here}/role`,
        request,
        html`<div class="field"><label for="role">可以做什么</label>${roleSelect('role', role)}</div><p class="hint">保存后对方要重新登录。</p><div class="actions"><button>保存</button></div>`,
      )}</section>`;
  const access = html`<section class="card"><h2>登录</h2>
${
  password === undefined
    ? undefined
    : post(
        `${here}/reset`,
        request,
        html`<p class="subtle">对方忘记密码时，生成一个设置新密码的链接。</p><div class="actions"><button class="plain">生成重设密码的链接</button></div>`,
      )
}
${
  state === 'disabled'
    ? post(
        `${here}/enable`,
        request,
        html`<p class="subtle">恢复后可以用原来的方式登录。</p><div class="actions"><button class="plain">恢复账号</button></div>`,
      )
    : post(
        `${here}/disable`,
        request,
        html`<p class="subtle">${waiting ? '不批准，以后也不能登录。' : '停用后立即退出，不能再登录；做过的记录都保留。'}</p><div class="actions"><button class="danger">${waiting ? '不批准' : '停用账号'}</button></div>`,
      )
}</section>`;
  const body = html`${error === undefined ? undefined : html`<p class="notice attention" role="alert">${error}</p>`}
<div class="columns"><div class="stack">${decide}${access}</div>
<section class="card"><dl class="facts"><div><dt>状态</dt><dd>${stateChip(account)}</dd></div><div><dt>角色</dt><dd>${roleNames[role]}</dd></div><div><dt>登录方式</dt><dd>${by ?? '名字和密码'}</dd></div><div><dt>建立</dt><dd>${shownTime(madeAt, timeZone)}</dd></div><div><dt>最近登录</dt><dd>${signedInAt === undefined ? '还没有登录过' : shownTime(signedInAt, timeZone)}</dd></div></dl>
<p class="actions"><a href="/staff/audit?by=${encodeURIComponent(account.id)}">看这个人的审计记录</a></p></section></div>`;
  return { title: name, at, body };
}
