/** The versions that were published, newest first, and the way back to an earlier one. */
import type { Guide } from '../../../knowledge/guide.ts';
import type { Overlay } from '../../../knowledge/overlay.ts';
import { type Html, html } from '../../html.ts';
import type { Published } from '../../overlays.ts';
import { csrfField } from '../csrf.ts';
import type { Page, StaffRequest } from '../route.ts';
import { roomPage } from './frame.ts';
import { paths } from './paths.ts';
import { conceptName, wordsIn } from './trial.ts';

interface HistoryShown {
  history: readonly Published[];
  current: Overlay | null;
  when: (time: string) => string;
  mayRollBack: boolean;
}

/** Rows that are shown. */
const most = 100;

export function historyPage({ history, current, when, mayRollBack }: HistoryShown): Page {
  if (history.length === 0)
    return roomPage(
      '版本',
      html`<div class="empty card"><p><b>还没有发布过</b></p><p>每次发布和回退都会在这里留下一个版本。</p></div>`,
      paths.history,
    );
  const rows = history.slice(0, most).map((each) => {
    const isCurrent = each.version === current?.version;
    return html`<tr><td class="nowrap" data-label="版本"><code>${each.version}</code> ${isCurrent ? html`<span class="chip good">现行</span>` : undefined}</td>
<td class="nowrap" data-label="时间">${when(each.at)}</td><td class="wrap" data-label="做了什么">${deedOf(each)}</td>
<td data-label="何人">${each.by.name}${each.rolledBackTo === undefined && each.approvedBy.id !== each.by.id ? html`<span class="subtle">${each.approvedBy.name} 批准</span>` : undefined}</td>
<td>${mayRollBack && !isCurrent ? html`<a class="button plain small" href="${paths.rollback(each.version)}">退回这一版<span class="visually-hidden"> ${each.version}</span></a>` : undefined}</td></tr>`;
  });
  return roomPage(
    '版本',
    html`<p class="lead">每次发布或回退都是一个新版本，从下一句话起在所有进程生效。</p><div class="card tight"><div class="table" role="region" aria-label="版本" tabindex="0"><table class="stacked"><thead><tr><th>版本</th><th>时间</th><th>做了什么</th><th>何人</th><th><span class="visually-hidden">操作</span></th></tr></thead><tbody>${rows}</tbody></table></div></div>${
      mayRollBack && current && current.units.length + current.words.length + current.rulings.length > 0
        ? html`<p class="actions"><a class="button plain small" href="${paths.rollback(nothing)}">撤下全部内容</a></p>`
        : undefined
    }`,
    paths.history,
  );
}

function deedOf({ change: { units, words, rulings, dropped }, rolledBackTo }: Published): string {
  if (rolledBackTo === nothing) return '退回到没有发布任何内容';
  if (rolledBackTo !== undefined) return `退回到版本 ${rolledBackTo}`;
  const parts = [
    ...(units > 0 ? [`问答 ${units} 条`] : []),
    // Counted by what it may mean.
    ...(words > 0 ? ['说法'] : []),
    ...(rulings > 0 ? [`口径 ${rulings} 处`] : []),
    ...(dropped > 0 ? [`撤下 ${dropped} 项`] : []),
  ];
  return parts.join('，') || '没有变化';
}

/** A version to go back to; without an overlay: before anything was published. */
export interface Target {
  version: string;
  at?: string;
  overlay: Overlay | null;
}

/** The name under which nothing was published yet. */
export const nothing = 'none';

interface RollbackShown {
  request: Pick<StaffRequest, 'member'>;
  to: Target;
  current: Overlay | null;
  guide: Guide;
  when: (time: string) => string;
}

/** Asks whether it is meant, and says what comes back and what goes. */
export function rollbackPage({ request, to, current, guide, when }: RollbackShown): Page {
  const [now, then] = [linesOf(current, guide), linesOf(to.overlay, guide)];
  const comes = then.filter((each) => !now.includes(each));
  const goes = now.filter((each) => !then.includes(each));
  const list = (label: string, all: readonly string[], sign: 'ins' | 'del'): Html | undefined =>
    all.length === 0
      ? undefined
      : html`<h2>${label} <small>${all.length}</small></h2><ul class="listed">${all.map((each) => html`<li>${sign === 'ins' ? html`<ins>${each}</ins>` : html`<del>${each}</del>`}</li>`)}</ul>`;
  return roomPage(
    '退回以前的版本',
    html`<section class="card"><p>${to.at === undefined ? '退回到什么都没有发布时的状态' : html`退回到 ${when(to.at)} 的版本 <code>${to.version}</code>`}。这会成为一个新版本，从下一句话起生效；现在的版本仍在记录里，随时可以再退回来。</p>
${comes.length + goes.length === 0 ? html`<p class="notice">两个版本的内容相同。</p>` : undefined}${list('会恢复', comes, 'ins')}${list('会撤下', goes, 'del')}
<form method="post" action="${paths.rollback(to.version)}">${csrfField(request)}<input type="hidden" name="on" value="${current?.version ?? ''}"><div class="actions"><button class="danger">退回这一版</button> <a class="button link" href="${paths.history}">取消</a></div></form></section>`,
  );
}

function linesOf(overlay: Overlay | null, guide: Guide): string[] {
  if (!overlay) return [];
  const point = (id: string) => guide.openPoints.find((each) => each.id === id);
  return [
    ...overlay.units.map(({ questions, answer }) => `问答：${questions[0] ?? ''} ${answer}`),
    ...wordsIn(overlay).map(({ concepts, word }) => `说法：“${word}”意思同${conceptName(concepts.join(' '))}`),
    ...overlay.rulings.map((ruling) => {
      const option = point(ruling.point)?.options.find(({ id }) => id === ruling.choice);
      return `口径：${point(ruling.point)?.title ?? ruling.point}，${option?.label ?? ruling.choice}`;
    }),
  ];
}
