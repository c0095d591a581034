/** The frame of every page of the console: the navigation of those who may, what was done, the page; and the page without it. */
import { type Html, html } from '../html.ts';
import { mayDo } from './accounts/account.ts';
import { csrfField } from './csrf.ts';
import { fileLink } from './files.ts';
import type { Member, NavEntry, Page, Role } from './route.ts';

export const roleNames: Record<Role, string> = {
  reader: '查阅员',
  clerk: '咨询员',
  reviewer: '审核员',
  admin: '管理员',
};

const product = '国合申报助手';

/** htmx may load, swap and remember only what a page without scripts could show anyway. */
const htmxConfig = JSON.stringify({
  allowEval: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,
  refreshOnHistoryMiss: true,
  // A refused form is shown where it stands; other errors leave the page as it is.
  responseHandling: [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    { code: '422', swap: true },
    { code: '[45]..', swap: false, error: true },
  ],
});

const head = (title: string): Html => html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<meta name="htmx-config" content="${htmxConfig}">
<link rel="icon" href="${fileLink('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${fileLink('staff.css')}">
<script src="${fileLink('htmx.js')}" defer></script>
<title>${title} · ${product}</title>`;

const brand = html`<a class="brand" href="/staff"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path fill="currentColor" d="M5 3h14a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3h-6l-5 4v-4H5a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3zm5.6 11.2 6.7-6.7-1.6-1.6-5.1 5.1-2.3-2.3-1.6 1.6z"/></svg>${product}</a>`;

export interface Framed {
  page: Page;
  member: Member;
  nav: readonly NavEntry[];
  /** Shown once. */
  said?: string | undefined;
}

/** The whole page for somebody who is signed in. */
export function framed({ page, member, nav, said }: Framed): Html {
  const mine = nav.filter(({ role }) => mayDo(member.role, role));
  const here = mine.find(({ path }) => path === page.at);
  const entries = (list: string): Html =>
    html`<ul class="${list}">${mine.map(
      ({ path, label }) =>
        html`<li><a href="${path}"${path === page.at ? html` aria-current="page"` : undefined}>${label}</a></li>`,
    )}</ul>`;
  const me = html`<div class="me"><span><a href="/staff/me">${member.name}</a> · ${roleNames[member.role]}</span><form method="post" action="/staff/sign-out">${csrfField({ member })}<button class="link">退出</button></form></div>`;
  return html`<!doctype html>
<html lang="zh-CN">
<head>
${head(page.title)}
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="top"><div>${brand}
<nav class="wide" aria-label="栏目">${entries('entries')}</nav>
${me}
<details class="menu"><summary>${here?.label ?? '栏目'}</summary><div><nav aria-label="栏目">${entries('menu-list')}</nav>${me}</div></details>
</div></header>
<main id="main" tabindex="-1"${page.wide ? html` class="wide"` : undefined}>
${said === undefined ? undefined : html`<p class="notice good" role="status">${said}</p>`}
<h1>${page.title}</h1>
${page.body}
</main>
</body>
</html>
`;
}

/** A page with one card in its middle: for those who are not signed in, and for errors of theirs. */
export const alone = (title: string, body: Html): Html => html`<!doctype html>
<html lang="zh-CN">
<head>
${head(title)}
</head>
<body>
<main class="alone" id="main">
${brand}
<div class="card">
<h1>${title}</h1>
${body}
</div>
</main>
</body>
</html>
`;
