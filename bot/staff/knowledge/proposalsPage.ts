/** Proposals by state. */

import type { Guide } from '../../../knowledge/guide.ts';
import type { Overlay } from '../../../knowledge/overlay.ts';
import { html } from '../../html.ts';
import type { Page } from '../route.ts';
import { described } from './describe.ts';
import { roomPage } from './frame.ts';
import { paths } from './paths.ts';
import { type Proposal, states } from './proposal.ts';
import { kindNames, stateLooks, stateNames } from './words.ts';

/** Rows of a page. */
const most = 50;

interface Shown {
  proposals: readonly Proposal[];
  state: Proposal['state'] | undefined;
  page: number;
  guide: Guide;
  overlay: Overlay | null;
  when: (time: string) => string;
  mayWrite: boolean;
}

export function proposalsPage({ proposals, state, page, guide, overlay, when, mayWrite }: Shown): Page {
  const chosen = state === undefined ? proposals : proposals.filter((each) => each.state === state);
  const pages = Math.max(1, Math.ceil(chosen.length / most));
  const at = Math.min(page, pages);
  const shown = chosen.slice((at - 1) * most, at * most);
  const link = (to: Proposal['state'] | undefined, number = 1): string => {
    const query = new URLSearchParams({ ...(to && { state: to }), ...(number > 1 && { page: String(number) }) });
    return `${paths.proposals}${query.size > 0 ? `?${query}` : ''}`;
  };
  const tab = (of: Proposal['state'] | undefined, label: string) => {
    const count = of === undefined ? proposals.length : proposals.filter((each) => each.state === of).length;
    if (of === 'approved' && count === 0) return undefined;
    return html`<a href="${link(of)}"${of === state ? html` aria-current="page"` : undefined}>${label} <small>${count}</small></a>`;
  };
  const rows = shown.map((proposal) => {
    const { title, detail } = described(proposal.content, guide, overlay);
    const [first] = proposal.steps;
    const last = proposal.steps.at(-1);
    return html`<tr><td class="wrap" data-label="内容"><a href="${paths.proposal(proposal.id)}">${shortened(title, 60)}</a><span class="subtle">${shortened(detail, 90)}</span></td>
<td class="nowrap" data-label="种类">${kindNames[proposal.content.kind]}</td>
<td class="nowrap" data-label="状态"><span class="chip ${stateLooks[proposal.state]}">${stateNames[proposal.state]}</span></td>
<td data-label="提出">${first?.by.name}<span class="subtle">${first && when(first.at)}</span></td>
<td data-label="最近">${last?.by.name}<span class="subtle">${last && when(last.at)}</span></td></tr>`;
  });
  const table = html`<div class="card tight"><div class="table" role="region" aria-label="提议" tabindex="0"><table class="stacked"><thead><tr><th>内容</th><th>种类</th><th>状态</th><th>提出</th><th>最近一步</th></tr></thead><tbody>${rows}</tbody></table></div></div>`;
  const turning =
    pages > 1
      ? html`<nav class="pages" aria-label="分页">${at > 1 ? html`<a rel="prev" href="${link(state, at - 1)}">上一页</a>` : undefined} <span>第 ${at} 页，共 ${pages} 页</span> ${at < pages ? html`<a rel="next" href="${link(state, at + 1)}">下一页</a>` : undefined}</nav>`
      : undefined;
  return roomPage(
    '提议',
    html`<div class="heading"><nav class="tabs" aria-label="状态">${tab(undefined, '全部')}${states.map((each) => tab(each, stateNames[each]))}</nav>${mayWrite ? html`<div class="actions"><a class="button" href="${paths.new}?kind=unit">写一条问答</a> <a class="button plain" href="${paths.new}?kind=word">加一个说法</a></div>` : undefined}</div>
${shown.length === 0 ? html`<div class="empty card"><p><b>这里没有提议</b></p><p>咨询员在这里写，也可以在答复问题时勾选“提议为知识条目”。</p></div>` : table}${turning}`,
    paths.proposals,
  );
}

const shortened = (text: string, most: number): string => {
  const signs = [...text];
  return signs.length > most ? `${signs.slice(0, most).join('')}……` : text;
};
