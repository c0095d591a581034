/** The comparison of a proposal with past conversations: how far it is, or every answer and verdict that would change, before and after. */
import type { Guide } from '../../../knowledge/guide.ts';
import { type Html, html } from '../../html.ts';
import type { AnswerShown, Difference, Moved, VerdictSeen } from '../../replay/compare.ts';
import type { Report } from '../../replay/inThread.ts';
import type { Change } from '../../replay/replay.ts';
import { csrfField } from '../csrf.ts';
import type { Job } from '../jobs.ts';
import type { Page, StaffRequest } from '../route.ts';
import { transcriptPath } from '../transcripts/filter.ts';
import { namesOf } from '../transcripts/names.ts';
import type { Compared } from './compare.ts';
import { roomPage } from './frame.ts';
import { paths } from './paths.ts';
import { diffPath } from './proposalPage.ts';
import { outcomeNames } from './words.ts';

/** Changes of a page. */
const most = 20;

interface Shown {
  request: Pick<StaffRequest, 'member'>;
  /** The proposal's id and title. */
  id: string;
  title: string;
  job: Job<Compared> | undefined;
  guide: Guide;
  page: number;
  /** Only changes of this kind. */
  what: Difference['what'] | undefined;
  when: (time: string) => string;
}

/** Nothing is known of the job: its result is kept for an hour, in this process alone. */
export function diffPage(shown: Shown): Page {
  return roomPage(
    '对照过去的对话',
    html`<p class="lead"><a href="${paths.proposal(shown.id)}">${shown.title}</a></p>${diffPart(shown)}`,
  );
}

/** What htmx asks for again while the job runs. */
export function diffPart(shown: Shown): Html {
  const { job, id, request } = shown;
  if (!job)
    return html`<div class="empty card"><p><b>这次对照的结果不在了</b></p><p>结果只在做它的那个进程里保留一小时，服务重启后也会失去。已经记下的结论不受影响，需要细看时请再对照一次。</p><p class="actions"><a class="button" href="${paths.proposal(id)}">回到提议</a></p></div>`;
  if (job.state === 'running') return running(job, id, request);
  if (job.state === 'cancelled')
    return html`<p class="notice">这次对照取消了。</p><p class="actions"><a class="button plain" href="${paths.proposal(id)}">回到提议</a></p>`;
  if (job.state === 'failed' || !job.result)
    return html`<p class="notice attention">这次对照出错了，没有做完。请再试一次；还是出错，请告诉管理员。</p><p class="actions"><a class="button plain" href="${paths.proposal(id)}">回到提议</a></p>`;
  return results(job.result, { ...shown, job });
}

function running({ id: job, progress: { done, of = 0 } }: Job, id: string, request: Shown['request']): Html {
  const path = diffPath(id, job);
  return html`<div class="card" hx-get="${path}" hx-trigger="every 1s" hx-swap="outerHTML"><div class="progress"><label for="progress">${of > 0 ? `正在对照：${done} / ${of} 段对话` : '正在找过去的对话'}</label><progress id="progress"${of > 0 ? html` max="${of}" value="${done}"` : undefined}></progress></div>
<p class="hint">可以离开这一页，做完后在提议里看结果。</p>
<div class="actions"><a class="button plain" href="${path}">刷新</a><form method="post" action="${paths.proposal(id, 'cancel')}">${csrfField(request)}<input type="hidden" name="job" value="${job}"><button class="plain">取消</button></form></div></div>`;
}

const kinds: readonly [Difference['what'], string, (report: Report) => number][] = [
  ['answer', '答复', ({ answers }) => answers],
  ['verdict', '结论', ({ verdicts }) => verdicts],
  ['wording', '结论的措辞', ({ wordings }) => wordings],
];

function results({ report, comparison, stale }: Compared, shown: Shown & { job: Job }): Html {
  const { id, guide } = shown;
  const { answers, verdicts, wordings, turns, talks } = report;
  const none = answers + verdicts + wordings === 0;
  const names = namesOf(guide);
  return html`${stale ? html`<p class="notice warning">对照之间内容被改过，这次结果不能作为批准的依据。</p>` : undefined}
<p>用 ${comparison.since} 至 ${comparison.until} 的 ${talks} 段对话、${turns} 轮，按现在的内容和改后的内容各答一遍，用时 ${Math.max(1, Math.round(report.took / 1000))} 秒。</p>
<div class="cards"><div class="tile"><b>${answers}</b> <span>个答复会变</span></div><div class="tile"><b>${verdicts}</b> <span>个结论会变</span></div><div class="tile"><b>${wordings}</b> <span>个结论只变措辞</span></div><div class="tile"><b>${report.said}</b> <span>轮只有提问或提示不同</span></div></div>
${none ? html`<p class="notice good">没有变化：过去的答复和结论都和现在一样。</p>` : undefined}
${notes(report)}
${movers(report)}
${none ? undefined : changes(report, shown, names)}
<p class="actions"><a class="button" href="${paths.proposal(id)}">回到提议</a></p>`;
}

function notes({ failed, skipped, cut }: Report): Html | undefined {
  const all = [
    ...(cut ? ['对话太多，只对照了最近的一部分；要看更早的，请改日期。'] : []),
    ...(skipped > 0 ? [`${skipped} 段对话用的指南已经不在，没有对照。`] : []),
    ...(failed > 0 ? [`有 ${failed} 轮回放时出错，没有比较。`] : []),
  ];
  return all.length === 0 ? undefined : html`<p class="notice warning">${all.join('')}</p>`;
}

function movers({ movers: moved }: Report): Html | undefined {
  if (moved.length === 0) return undefined;
  return html`<section class="card tight"><h2>哪条规则让结论变</h2><div class="table" role="region" aria-label="让结论变的规则" tabindex="0"><table class="stacked"><thead><tr><th>规则</th><th>条款</th><th>从</th><th>到</th><th class="number">结论数</th></tr></thead><tbody>${moved.map(
    ({ title, clause, before, after, verdicts }) =>
      html`<tr><td data-label="规则">${title}</td><td data-label="条款">${clause}</td><td data-label="从">${outcomeNames[before] ?? before}</td><td data-label="到">${outcomeNames[after] ?? after}</td><td class="number" data-label="结论数">${verdicts}</td></tr>`,
  )}</tbody></table></div></section>`;
}

type Names = ReturnType<typeof namesOf>;

function changes(report: Report, { id, job, page, what, when }: Shown & { job: Job }, names: Names): Html {
  const chosen =
    what === undefined
      ? report.changes
      : report.changes.filter(({ differences }) => differences.some((each) => each.what === what));
  const pages = Math.max(1, Math.ceil(chosen.length / most));
  const at = Math.min(page, pages);
  const link = (to: string | undefined, number = 1): string =>
    `${diffPath(id, job.id)}${to === undefined ? '' : `&what=${to}`}${number > 1 ? `&page=${number}` : ''}`;
  const total = report.answers + report.verdicts + report.wordings;
  const left = report.changes.length < total && report.changes.length >= 500;
  return html`<section class="stack"><h2>逐条对照</h2><nav class="tabs" aria-label="变化的种类"><a href="${link(undefined)}"${what === undefined ? html` aria-current="page"` : undefined}>全部</a>${kinds.map(
    ([kind, label, count]) =>
      html`<a href="${link(kind)}"${kind === what ? html` aria-current="page"` : undefined}>${label} <small>${count(report)}</small></a>`,
  )}</nav>
${left ? html`<p class="notice">变化很多，这里列出前 ${report.changes.length} 轮。</p>` : undefined}
<div class="stack">${chosen.slice((at - 1) * most, at * most).map((change) => changeCard(change, names, when))}</div>
${chosen.length === 0 ? html`<div class="empty"><p>没有这一种变化</p></div>` : undefined}
${
  pages > 1
    ? html`<nav class="pages" aria-label="分页">${at > 1 ? html`<a rel="prev" href="${link(what, at - 1)}">上一页</a>` : undefined} <span>第 ${at} 页，共 ${pages} 页</span> ${at < pages ? html`<a rel="next" href="${link(what, at + 1)}">下一页</a>` : undefined}</nav>`
    : undefined
}</section>`;
}

function changeCard(
  { conversation, channel, seq, at, asked, differences }: Change,
  names: Names,
  when: Shown['when'],
): Html {
  return html`<article class="card"><div class="heading"><p class="subtle">${names.channel(channel)} · ${when(at)}</p><a class="button plain small" href="${transcriptPath(conversation, { line: seq })}">看原对话</a></div>
<ol class="talk"><li class="said person"><div class="bubble">${asked === '' ? '（没有文字）' : asked}</div></li></ol>
${differences.map((each) => differenceShown(each, names))}</article>`;
}

function differenceShown(difference: Difference, names: Names): Html {
  if (difference.what === 'answer')
    return sides(
      answerSide(difference.before, names, difference.after, true),
      answerSide(difference.after, names, difference.before, false),
    );
  if (difference.what === 'wording') {
    const [before, after] = [difference.before, difference.after].map((text, at, both) =>
      marked(text, both[1 - at] ?? '', at === 0),
    );
    return sides(html`${before}`, html`${after}`);
  }
  const { moved, otherwise } = difference;
  return html`${sides(verdictSide(difference.before, names), verdictSide(difference.after, names))}${movedList(moved)}${
    otherwise.length > 0
      ? html`<p class="subtle">另外：${otherwise.map((each) => otherNames[each] ?? each).join('、')}不同。</p>`
      : undefined
  }`;
}

const otherNames: Record<string, string> = {
  preferences: '优先条件',
  category: '合作类别',
  directionAllowed: '方向是否可选',
};

const sides = (before: Html, after: Html): Html =>
  html`<div class="sides"><div><h3>现在</h3>${before}</div><div><h3>改后</h3>${after}</div></div>`;

function answerSide(shown: AnswerShown | undefined, names: Names, other: AnswerShown | undefined, gone: boolean): Html {
  if (!shown) return html`<p class="subtle">不作为问题回答</p>`;
  return html`<p><span class="chip">${names.status(shown.status)}</span></p>${marked(shown.text, other?.text ?? '', gone)}${
    shown.citations.length > 0
      ? html`<p class="subtle">依据：${shown.citations.map(({ of }) => of).join('；')}</p>`
      : undefined
  }`;
}

/** Characters that are shown around what differs in a long text. */
const around = 80;

/** The text with that part marked in which it differs from the other one; of what is alike in a long text only what stands next to it. */
function marked(text: string, other: string, gone: boolean): Html {
  const [one, two] = [[...text], [...other]];
  let start = 0;
  while (start < one.length && one[start] === two[start]) start += 1;
  let end = 0;
  while (end < one.length - start && end < two.length - start && one.at(-1 - end) === two.at(-1 - end)) end += 1;
  const middle = one.slice(start, one.length - end).join('');
  if (other === '' || start + end === 0) return html`<p class="prose">${text}</p>`;
  const sign = gone ? html`<del>${middle}</del>` : html`<mark>${middle}</mark>`;
  const head = start > around * 2 ? `……${one.slice(start - around, start).join('')}` : one.slice(0, start).join('');
  const tail =
    end > around * 2 ? `${one.slice(-end).slice(0, around).join('')}……` : end > 0 ? one.slice(-end).join('') : '';
  return html`<p class="prose">${head}${middle === '' ? undefined : sign}${tail}</p>`;
}

function verdictSide(seen: VerdictSeen | undefined, names: Names): Html {
  if (!seen) return html`<p class="subtle">此时还没有结论，自查要再问下去</p>`;
  const list = (label: string, ids: readonly string[]): Html | undefined =>
    ids.length === 0
      ? undefined
      : html`<p class="subtle">${label}：${ids.map((each) => names.rule(each)).join('、')}</p>`;
  return html`<p><span class="chip ${seen.verdict}">${names.verdict(seen.verdict)}</span></p>${list('不符合', seen.failedRules)}${list('要确认', seen.toConfirm)}${list('要补', seen.missingItems)}`;
}

function movedList(moved: readonly Moved[]): Html | undefined {
  if (moved.length === 0) return undefined;
  return html`<ul class="moved">${moved.map(
    ({ title, clause, before, after }) =>
      html`<li><b>${title}</b>（${clause}）：${outcomeNames[before] ?? before} → ${outcomeNames[after] ?? after}</li>`,
  )}</ul>`;
}
