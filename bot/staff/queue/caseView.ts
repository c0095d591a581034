/** What is known of the case behind a question: facts, verdict so far, what the assistant tried. */
import { type Html, html } from '../../html.ts';
import type { CaseShown } from './facts.ts';
import { type Looking, theirs } from './look.ts';
import type { Packet } from './packet.ts';
import type { Tried } from './tried.ts';
import { short, stoppedText } from './words.ts';

/** What is shown before somebody asks for more. */
const most = { known: 8, notKnown: 6, rows: 2, value: 60, what: 44, said: 70 };

export function caseView(packet: Packet, { names }: Looking): Html {
  return html`<section class="card packet" aria-label="前因后果" tabindex="0">
<div><h2>为什么转过来</h2><p class="why">${stoppedText(packet.item.why)}</p>${triedView(packet.tried, names)}</div>
${packet.case ? [factsView(packet.case), verdictView(packet.case)] : html`<div><h2>申报情况</h2><p class="subtle">还没有开始自查，没有申报情况。</p></div>`}
</section>`;
}

function triedView(tried: readonly Tried[], names: Looking['names']): Html {
  if (tried.length === 0) return html`<p class="subtle">助手在这之前没有答过指南问题。</p>`;
  return html`<ul class="tried">${tried.map(
    ({ asked, status, said, rests, offered }) => html`<li>
<p><span class="chip">${names.status(status)}</span> ${short(theirs(asked), most.value)}</p>
<p class="subtle">助手：${short(theirs(said), most.said)}${rests.map(({ name }) => html` <span class="clause">${name}</span>`)}</p>
${offered.length > 0 ? html`<p class="subtle">给过的建议：${offered.map(theirs).join('；')}</p>` : undefined}
</li>`,
  )}</ul>`;
}

const sections = { failed: '不符合', 'to-confirm': '要确认', missing: '要补' } as const;
const tones = { failed: 'attention', 'to-confirm': 'warning', missing: 'warning' } as const;

function verdictView({ verdict, known }: CaseShown): Html {
  if (known.length === 0) return html`<div><h2>到目前的结论</h2><p class="subtle">还没有答题，看不出结论。</p></div>`;
  const rows = verdict.rowsToKeep;
  const failed = rows.filter(({ section }) => section === 'failed');
  const others = rows.filter(({ section }) => section !== 'failed');
  const first = [...failed, ...others].slice(0, Math.max(most.rows, failed.length));
  const rest = [...failed, ...others].slice(first.length);
  const line = ({ section, title, what, clauses }: (typeof rows)[number]): Html =>
    html`<li><span class="chip ${tones[section]}">${sections[section]}</span> ${title} <span class="clause">指南${clauses.join('、')}</span>${section === 'failed' ? html`<span class="subtle">${short(theirs(what), most.what)}</span>` : undefined}</li>`;
  return html`<div><h2>到目前的结论</h2>
<p><span class="chip ${verdict.assessment.verdict}">${verdict.headline}</span></p>
${first.length > 0 ? html`<ul class="rows">${first.map(line)}</ul>` : undefined}
${rest.length > 0 ? html`<details class="more"><summary>其余 ${rest.length} 项</summary><ul class="rows">${rest.map(line)}</ul></details>` : undefined}
</div>`;
}

function factsView({ name, known, notKnown }: CaseShown): Html {
  const entry = ({ name: called, value }: CaseShown['known'][number]): Html =>
    html`<div><dt>${called}</dt><dd>${short(theirs(value), most.value)}</dd></div>`;
  const asked = notKnown.filter(({ why }) => why !== undefined);
  const open = notKnown.filter(({ why }) => why === undefined);
  const more = known.length - most.known;
  return html`<div><h2>申报情况 <small class="subtle">${theirs(name)}</small></h2>
${known.length > 0 ? html`<dl class="facts">${known.slice(0, most.known).map(entry)}</dl>` : html`<p class="subtle">还没有答题。</p>`}
${more > 0 ? html`<details class="more"><summary>另外 ${more} 项已知</summary><dl class="facts">${known.slice(most.known).map(entry)}</dl></details>` : undefined}
${asked.length > 0 ? html`<p class="unknown"><b>问过没答上：</b>${asked.map(({ name: called, why }) => `${called}（${why}）`).join('、')}</p>` : undefined}
${
  open.length > 0
    ? html`<p class="unknown"><b>还不知道：</b>${open
        .slice(0, most.notKnown)
        .map(({ name: called }) => called)
        .join('、')}${open.length > most.notKnown ? ` 等 ${open.length} 项` : ''}</p>`
    : undefined
}
</div>`;
}
