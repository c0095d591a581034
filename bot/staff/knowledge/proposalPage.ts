/** One proposal: what it says, how the assistant would answer with it, what it would change in past conversations, and who decided what. */
import type { Answer } from '../../../knowledge/answer/compose.ts';
import type { Guide } from '../../../knowledge/guide.ts';
import type { Overlay } from '../../../knowledge/overlay.ts';
import { type Html, html } from '../../html.ts';
import { csrfField } from '../csrf.ts';
import type { Page, StaffRequest } from '../route.ts';
import { described } from './describe.ts';
import { problemsNotice, prose, roomPage } from './frame.ts';
import { paths } from './paths.ts';
import type { Previewed } from './preview.ts';
import type { Content, Proposal } from './proposal.ts';
import { conceptName } from './trial.ts';
import { kindNames, stateLooks, stateNames, stepNames } from './words.ts';

export interface ProposalShown {
  request: Pick<StaffRequest, 'member'>;
  proposal: Proposal;
  guide: Guide;
  overlay: Overlay | null;
  previewed: readonly Previewed[];
  /** Why it may not be published as it is. */
  faults: readonly string[];
  /** Why its comparison does not count; undefined: it does. */
  comparisonProblem: string | undefined;
  /** Why whoever looks may not approve it. */
  approvalProblem: string | undefined;
  /** Whether whoever looks may write, and may decide. */
  may: { write: boolean; decide: boolean };
  /** A comparison that is under way, or whose result is still there. */
  job: string | undefined;
  /** ISO days offered for the comparison. */
  period: { since: string; until: string };
  when: (time: string) => string;
  /** What was just refused. */
  refused?: string;
}

export function proposalPage(shown: ProposalShown): Page {
  const { proposal, guide, overlay, refused } = shown;
  const { title } = described(proposal.content, guide, overlay);
  const [first = '提议'] = title.split('\n');
  const body = html`${problemsNotice(refused === undefined ? [] : [refused])}
<p class="lead"><span class="chip ${stateLooks[proposal.state]}">${stateNames[proposal.state]}</span> <span class="chip">${kindNames[proposal.content.kind]}</span></p>
<div class="columns"><div class="stack">${contentCard(shown)}${previewCard(shown)}</div><div class="stack">${comparisonCard(shown)}${decisionCard(shown)}${stepsCard(shown)}</div></div>`;
  return roomPage(first.length > 40 ? `${first.slice(0, 40)}……` : first, body);
}

const isOpen = ({ state }: Proposal): boolean => state === 'draft' || state === 'proposed';

function contentCard({ request, proposal, guide, overlay, faults, may }: ProposalShown): Html {
  const { content, id, state } = proposal;
  const edit =
    may.write && isOpen(proposal) && content.kind !== 'removal'
      ? html`<a class="button plain small" href="${paths.proposal(id, 'edit')}">修改</a>`
      : undefined;
  const submit =
    may.write && state === 'draft' && faults.length === 0
      ? html`<form class="stack" method="post" action="${paths.proposal(id, 'propose')}">${csrfField(request)}<button class="small">提交审核</button></form>`
      : undefined;
  return html`<section class="card"><div class="heading"><h2>内容</h2><div class="actions">${edit}${submit}</div></div>
${isOpen(proposal) ? problemsNotice(faults, 'warning') : undefined}${contentShown(content, guide, overlay)}</section>`;
}

function contentShown(content: Content, guide: Guide, overlay: Overlay | null): Html {
  if (content.kind === 'unit') {
    const { questions, answer, clause, quote } = content;
    return html`<h3>问题</h3><ul class="listed">${questions.map((each) => html`<li>${each}</li>`)}</ul><h3>答复</h3>${prose(answer)}${clause === undefined ? undefined : html`<blockquote class="quote"><cite>${clause}</cite>${quote === undefined ? undefined : html`<q>${quote}</q>`}</blockquote>`}`;
  }
  if (content.kind === 'word')
    return html`<dl class="facts"><div><dt>说法</dt><dd>${content.word}</dd></div><div><dt>意思同</dt><dd>${conceptName(content.concept)}</dd></div></dl>`;
  if (content.kind === 'ruling') {
    const point = guide.openPoints.find(({ id }) => id === content.point);
    const option = point?.options.find(({ id }) => id === content.choice);
    return html`<dl class="facts"><div><dt>未定之处</dt><dd>${point?.question ?? content.point}</dd></div><div><dt>按此理解</dt><dd>${option?.label ?? content.choice}</dd></div><div><dt>助手会说</dt><dd>${option?.says}</dd></div>${content.note ? html`<div><dt>依据或说明</dt><dd>${content.note}</dd></div>` : undefined}</dl>
${point ? html`<blockquote class="quote"><cite>${point.clause}</cite>${point.quotes.map((quote) => html`<q>${quote}</q>`)}</blockquote>` : undefined}`;
  }
  const { title, detail } = described(content, guide, overlay);
  return html`<p><b>${title}</b></p><p>${detail}</p>`;
}

function previewCard({ previewed, proposal }: ProposalShown): Html | undefined {
  if (previewed.length === 0 || !isOpen(proposal)) return undefined;
  return html`<section class="card"><h2>预览：对话里会这样答</h2>${previewed.map(previewedQuestion)}</section>`;
}

function previewedQuestion({ question, before, after, near, displaces }: Previewed): Html {
  const same = before.answer === after.answer;
  const other = same
    ? html`<p class="notice warning">答复没有变：这个问法仍然得到现在的答复。请换一个问法，或看看下面与它争的条目。</p>`
    : html`<details class="more"><summary>现在的答复</summary>${prose(before.answer)}</details>`;
  return html`<div class="stack"><ol class="talk"><li class="said person"><div class="bubble">${question}</div></li><li class="said bot"><div class="bubble">${after.answer}</div>${citations(after)}</li></ol>${displaces ? html`<p class="notice warning">指南对这个问法已有规定，发布后会改用这条答复。</p>` : undefined}${other}
${near.length > 0 ? html`<details class="more"><summary>相近的已有答复 ${near.length} 条</summary><ul class="listed">${near.map((each) => html`<li>${each}</li>`)}</ul></details>` : undefined}</div>`;
}

/** The clauses; what the help desk says, the answer itself begins with. */
function citations({ citations: cited }: Answer): Html | undefined {
  const clauses = cited.flatMap((each) => ('clause' in each ? [each.clause] : []));
  return clauses.length === 0 ? undefined : html`<p class="meta">依据：${clauses.join('；')}</p>`;
}

function comparisonCard({
  request,
  proposal,
  faults,
  comparisonProblem,
  job,
  period,
  may,
  when,
}: ProposalShown): Html | undefined {
  const { compared, id } = proposal;
  const found = compared
    ? html`<p>${when(compared.at)} ${compared.by.name} 对照了 ${compared.since} 至 ${compared.until} 的 ${compared.turns} 轮：${
        compared.answers + compared.verdicts === 0
          ? html`<b>没有一个答复或结论会变</b>`
          : html`<b>${compared.answers} 个答复、${compared.verdicts} 个结论</b>会变`
      }。</p>`
    : html`<p>批准之前，要用过去的对话试一遍：哪些答复和结论会变，一条条列出来。</p>`;
  const open = isOpen(proposal);
  const stale =
    open && compared && comparisonProblem !== undefined
      ? html`<p class="notice warning">${comparisonProblem}</p>`
      : undefined;
  const look =
    job === undefined
      ? undefined
      : html`<p class="actions"><a class="button plain" href="${diffPath(id, job)}">看这次对照</a></p>`;
  const form =
    open && may.write && faults.length === 0
      ? html`<form class="stack" method="post" action="${paths.proposal(id, 'compare')}">${csrfField(request)}<div class="row"><div class="field"><label for="since">从</label><input id="since" type="date" name="since" value="${period.since}" required></div><div class="field"><label for="until">到</label><input id="until" type="date" name="until" value="${period.until}" required></div></div><div class="actions"><button${comparisonProblem === undefined ? html` class="plain"` : undefined}>${compared ? '重新对照' : '对照过去的对话'}</button></div></form>`
      : undefined;
  if (!open && !compared) return undefined;
  return html`<section class="card"><h2>对照过去的对话</h2>${found}${stale}${look}${form}</section>`;
}

/** The page of a comparison. */
export const diffPath = (id: string, job: string): string =>
  `${paths.proposal(id, 'diff')}?job=${encodeURIComponent(job)}`;

function decisionCard({ request, proposal, approvalProblem, faults, may }: ProposalShown): Html | undefined {
  const { id, state, version } = proposal;
  if (state === 'published')
    return html`<section class="card"><h2>已发布</h2><p>版本 <code>${version}</code>。要收回，可以在<a href="${paths.history}">版本</a>里退回以前的版本，或在<a href="${paths.published}">已发布</a>里提议撤下。</p></section>`;
  if (state === 'approved')
    return html`<section class="card"><h2>发布没有完成</h2><p>已经批准，但发布时中断了。</p>${may.decide ? html`<form class="stack" method="post" action="${paths.proposal(id, 'publish')}">${csrfField(request)}<button>完成发布</button></form>` : undefined}</section>`;
  if (state !== 'proposed' || !may.decide) return undefined;
  const problem = faults.length > 0 ? '内容还有问题，见左边的说明。' : approvalProblem;
  return html`<section class="card"><h2>审核</h2>
${problem === undefined ? html`<p>批准后立即发布，下一句话起生效。</p><form class="stack" method="post" action="${paths.proposal(id, 'approve')}">${csrfField(request)}<input type="hidden" name="seen" value="${seenOf(proposal)}"><button>批准并发布</button></form>` : html`<p class="notice">${problem}</p>`}
<form class="stack" method="post" action="${paths.proposal(id, 'reject')}">${csrfField(request)}<div class="field"><label for="reason">不采纳的原因</label><input id="reason" name="note" maxlength="300"></div><button class="plain">不采纳</button></form></section>`;
}

/** What somebody saw when they decided: how many steps it had. */
export const seenOf = ({ steps }: Proposal): string => `${steps.length}.${steps.at(-1)?.at ?? ''}`;

function stepsCard({ proposal, when }: ProposalShown): Html {
  return html`<section class="card"><h2>经过</h2><ol class="steps">${proposal.steps.map(
    ({ did, at, by, note }) =>
      html`<li>${by.name} ${stepNames[did]}<span class="subtle">${when(at)}</span>${note === undefined ? undefined : html`<span class="subtle">${note}</span>`}</li>`,
  )}</ol></section>`;
}
