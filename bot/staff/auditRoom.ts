/** 审计: who of the staff did and read what; for admins, filtered by the address. */
import type { AuditEntry } from '../../state/audit.ts';
import { type Html, html } from '../html.ts';
import { Problem } from '../problem.ts';
import { openAccounts } from './accounts/account.ts';
import { deedNames, deedWords } from './deeds.ts';
import type { OpenRoom, Page } from './route.ts';
import { shownTime } from './shownTime.ts';

const at = '/staff/audit';
const perPage = 50;

interface Filter {
  by?: string;
  deed?: string;
  about?: string;
}

const filterNames = ['by', 'deed', 'about'] as const;

function filterOf(query: URLSearchParams): Filter {
  const filter: Filter = {};
  for (const name of filterNames) {
    const value = query.get(name)?.trim().slice(0, 300);
    if (value) filter[name] = value;
  }
  return filter;
}

const linkTo = (filter: Filter, next?: string): string => {
  const query = new URLSearchParams({ ...filter, ...(next !== undefined && { next }) });
  return query.size === 0 ? at : `${at}?${query}`;
};

/** What it was done to: an account by its name, a talk by a link to it; everything else by its id. */
function shownAbout({ about = '', deed }: AuditEntry, people: Shown['people']): Html {
  const person = people.find(({ id }) => id === about);
  if (person) return html`<a href="/staff/accounts/${encodeURIComponent(about)}">${person.name}</a>`;
  if (deed.startsWith('transcript.') && deed !== 'transcript.export')
    return html`<a href="/staff/transcripts/${encodeURIComponent(about)}"><code>${about}</code></a>`;
  return html`<code>${about}</code>`;
}

function row(entry: AuditEntry, { filter, people, timeZone }: Shown): Html {
  const { by, deed, about, note } = entry;
  return html`<tr>
<td data-label="时间" class="nowrap">${shownTime(entry.at, timeZone)}</td>
<td data-label="人" class="nowrap"><a href="${linkTo({ ...filter, by: by.id })}">${by.name}</a></td>
<td data-label="做了什么" class="nowrap">${deedWords(deed)}</td>
<td data-label="对象">${about === undefined ? undefined : shownAbout(entry, people)}</td>
<td data-label="说明">${note}</td>
</tr>`;
}

interface Shown {
  filter: Filter;
  items: readonly AuditEntry[];
  next?: string | undefined;
  first: boolean;
  people: readonly { id: string; name: string }[];
  timeZone: string;
}

function auditPage(shown: Shown): Page {
  const { filter, items, next, first, people } = shown;
  const options = people.map(
    ({ id, name }) => html`<option value="${id}"${id === filter.by ? html` selected` : undefined}>${name}</option>`,
  );
  const known = filter.by === undefined || people.some(({ id }) => id === filter.by);
  const deeds = [...deedNames].map(
    ([deed, words]) =>
      html`<option value="${deed}"${deed === filter.deed ? html` selected` : undefined}>${words}</option>`,
  );
  const rows = items.map((entry) => row(entry, shown));
  const body = html`<form class="filters" method="get" action="${at}">
<div class="field"><label for="by">人</label><select id="by" name="by"><option value="">所有人</option>${options}${known ? undefined : html`<option value="${filter.by}" selected>${filter.by}</option>`}</select></div>
<div class="field"><label for="deed">做了什么</label><select id="deed" name="deed"><option value="">全部</option>${deeds}</select></div>
<div class="field"><label for="about">对象的编号</label><input id="about" name="about" value="${filter.about ?? ''}" autocomplete="off"></div>
<div class="actions"><button>筛选</button><a href="${at}">清除</a></div>
</form>
<section class="card tight">${
    rows.length === 0
      ? html`<div class="empty"><p><b>没有符合的记录</b></p><p>换一个条件，或清除筛选。</p></div>`
      : html`<div class="table" role="region" aria-label="审计记录" tabindex="0"><table class="stacked">
<thead><tr><th scope="col">时间</th><th scope="col">人</th><th scope="col">做了什么</th><th scope="col">对象</th><th scope="col">说明</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>`
  }</section>
${
  first && next === undefined
    ? undefined
    : html`<nav class="pages" aria-label="分页">${first ? undefined : html`<a href="${linkTo(filter)}">最新的</a>`}${next === undefined ? undefined : html`<a rel="next" href="${linkTo(filter, next)}">更早的</a>`}</nav>`
}`;
  return { title: '审计', at, body, wide: true };
}

export const auditRoom: OpenRoom = ({ store, env, now }) => ({
  nav: { path: at, label: '审计', role: 'admin' },
  routes: [
    {
      method: 'GET',
      path: at,
      role: 'admin',
      async handle({ query }) {
        const filter = filterOf(query);
        const next = query.get('next') ?? undefined;
        const found = await store.audit
          .list(filter, { most: perPage, ...(next !== undefined && { next }) })
          .catch((cause: unknown) => {
            if (!(cause instanceof RangeError)) throw cause;
            throw Object.assign(new Problem(404, '没有这一页', '请从第一页重新翻起。'), { cause });
          });
        const people = await openAccounts(store.documents, now).list();
        const shown = { filter, ...found, first: next === undefined, people, timeZone: env.TZ };
        return { page: auditPage(shown) };
      },
    },
  ],
});
