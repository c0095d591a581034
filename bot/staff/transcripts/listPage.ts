/** The page with the list of conversations. */
import type { Guide } from '../../../knowledge/guide.ts';
import type { Summary, SummaryFilter } from '../../../state/summary.ts';
import { type Html, html } from '../../html.ts';
import { minuteOf } from './days.ts';
import { listPath, queryOf, transcriptPath } from './filter.ts';
import { filterChips, filterForm } from './filterForm.ts';
import type { ListedTalk, TalkList } from './list.ts';
import { excerpt, visible } from './marked.ts';
import { type Names, verdictTone } from './names.ts';

export interface ListPageOptions {
  list: TalkList;
  filter: SummaryFilter;
  names: Names;
  guide: Guide;
  timeZone: string;
  /** How many conversations whoever looks may take away at once. */
  mostExported: number;
}

export function listPage(options: ListPageOptions): Html {
  const { list, filter, timeZone } = options;
  const { total, more, pages, talks } = list;
  const query = queryOf(filter, timeZone);
  return html`${filterForm(options)}
<section id="found" class="stack" aria-live="polite">
<div class="heading"><h2>${total === 0 ? '没有对话' : html`${total.toLocaleString('en-US')} 段${more ? '以上' : ''}对话`}${pages > 1 ? html` <small class="subtle">${placeOf(list)}</small>` : undefined}</h2>${total > 0 && options.mostExported > 0 ? exportLinks(total, options.mostExported, query) : undefined}</div>
${filterChips(options)}
${total === 0 ? empty(query !== '') : html`<ol class="talks">${talks.map((talk) => row(talk, options, query))}</ol>`}
${pages > 1 ? pager(list, query) : undefined}
</section>`;
}

function exportLinks(total: number, most: number, query: string): Html {
  if (total > most) return html`<p class="subtle">一次最多导出 ${most.toLocaleString('en-US')} 段，请先缩小范围</p>`;
  const asked = query === '' ? '' : `?${query}`;
  return html`<p class="actions"><a class="button plain small" href="/staff/exports/transcripts.xlsx${asked}">导出 Excel</a><a class="button plain small" href="/staff/exports/transcripts.zip${asked}">导出 .transcript</a></p>`;
}

const empty = (filtered: boolean): Html =>
  filtered
    ? html`<div class="empty card"><p><b>没有符合这些条件的对话</b></p><p>去掉一个条件，或把日期放宽。</p></div>`
    : html`<div class="empty card"><p><b>还没有对话</b></p><p>有人在任何一个渠道说了话，这里就会出现。</p></div>`;

function row(
  { summary, hits, moreHits }: ListedTalk,
  { names, timeZone, filter }: ListPageOptions,
  query: string,
): Html {
  const { conversation, channel, begunAt, lastAt, messages, step, directions, unanswered } = summary;
  const path = transcriptPath(conversation, { filter: query });
  const first = unanswered.at(-1);
  return html`<li class="card talk-row">
<div class="heading"><h3><a href="${path}"><time datetime="${lastAt}">${minuteOf(lastAt, timeZone)}</time> · ${visible(names.channel(channel))}</a></h3>
<span class="chips">${talkChips(summary, names)}</span></div>
<p class="subtle">${messages} 条来信${begunAt.slice(0, 16) === lastAt.slice(0, 16) ? undefined : html`，${minuteOf(begunAt, timeZone)} 开始`}${step === undefined ? undefined : html`；${summary.verdict === undefined ? '停在' : '问到'}“${visible(names.step(step))}”`}${directions.length === 0 ? undefined : html`；方向 ${directions.map((number) => names.direction(number)).join('、')}`}</p>
${filter.text === undefined && first ? html`<p class="asked">${first.status === 'not-in-guide' || first.status === 'clarify' ? '没答上' : '不属于指南'}：<a href="${transcriptPath(conversation, { filter: query, line: first.seq })}">${visible(first.text)}</a>${unanswered.length > 1 ? html` <span class="subtle">等 ${unanswered.length} 个</span>` : undefined}</p>` : undefined}
${hits.length === 0 ? undefined : html`<ul class="hits">${hits.map((hit) => html`<li><a href="${transcriptPath(conversation, { filter: query, line: hit.seq })}"><span class="who">${speakers[hit.from]}</span>${excerpt(hit.said, filter.text ?? '')}</a></li>`)}${moreHits ? html`<li class="subtle">还有更多处</li>` : undefined}</ul>`}
</li>`;
}

const speakers = { person: '来信', bot: '助手', staff: '咨询员' } as const;

/** What is to be seen of a conversation at once. */
export function talkChips(
  { verdict, desk, flagged, corrected, reviewed, notes, satisfaction }: Summary,
  names: Names,
): Html[] {
  const latest = desk.at(-1);
  const chip = (tone: string, words: string): Html => html`<span class="chip ${tone}">${words}</span>`;
  return [
    ...(verdict === undefined ? [] : [chip(verdictTone(verdict), visible(names.verdict(verdict)))]),
    ...(latest ? [chip(latest.state, `咨询台：${names.desk(latest.state)}`)] : []),
    ...(flagged ? [chip('attention', '有误')] : []),
    ...(corrected ? [chip('accent', '已更正')] : []),
    ...(reviewed ? [chip('good', '已复核')] : []),
    ...(notes > 0 ? [chip('', `批注 ${notes}`)] : []),
    ...(satisfaction === undefined
      ? []
      : [chip(satisfaction === 'good' ? 'good' : 'warning', names.satisfaction(satisfaction))]),
  ];
}

const placeOf = ({ page, pages, more }: TalkList): string => `第 ${page} 页${more ? '' : `，共 ${pages} 页`}`;

function pager(list: TalkList, query: string): Html {
  const { page, pages } = list;
  const to = (number: number): string => {
    const asked = new URLSearchParams(query);
    if (number > 1) asked.set('page', String(number));
    return asked.size === 0 ? listPath : `${listPath}?${asked}`;
  };
  return html`<nav class="pages" aria-label="分页">${page > 1 ? html`<a rel="prev" href="${to(page - 1)}">上一页</a>` : undefined} <span>${placeOf(list)}</span> ${page < pages ? html`<a rel="next" href="${to(page + 1)}">下一页</a>` : undefined}</nav>`;
}
