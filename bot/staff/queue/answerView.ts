/** The form that answers: what is said, on what it rests, who else gets it, what follows. Nothing in it needs a script. */
import type { Guide } from '../../../knowledge/guide.ts';
import { type Html, html } from '../../html.ts';
import { csrfField } from '../csrf.ts';
import { fileLink } from '../files.ts';
import { type Draft, mostText } from './answerForm.ts';
import { clauseGroups } from './clauses.ts';
import { deliveredView } from './deliveredView.ts';
import type { DraftHint } from './drafts.ts';
import { itemPath, type Looking, mayAct, theirs } from './look.ts';
import type { Packet } from './packet.ts';
import { short, sinceText } from './words.ts';

export interface AnswerShown {
  draft: Draft;
  faults: readonly string[];
  hints: readonly DraftHint[];
  preview: Html;
  guide: Guide;
}

export function answerView(packet: Packet, shown: AnswerShown, looking: Looking): Html {
  return html`<section class="card answering" aria-label="答复">
${formOrWord(packet, shown, looking)}
${deliveredView(packet, looking)}
</section>`;
}

function formOrWord(packet: Packet, shown: AnswerShown, looking: Looking): Html {
  const { item } = packet;
  const { member } = looking.request;
  if (!mayAct(member)) return html`<h2>答复</h2><p class="subtle">您的账号只能查看；咨询员可以答复。</p>`;
  if (item.state === 'closed')
    return html`<h2>答复</h2><p class="subtle">这一条已经结束。对方再提问时，会是新的一条。</p>${kept(shown.draft)}`;
  if (item.state !== 'pending' && item.by?.id !== member.id)
    return html`<h2>答复</h2><p class="subtle">${item.by?.name ?? '别人'} 正在处理，您现在不能答复。</p>${kept(shown.draft)}`;
  return form(packet, shown, looking);
}

/** What was written and could not be sent is not lost. */
const kept = ({ text }: Draft): Html | undefined =>
  text === ''
    ? undefined
    : html`<div class="field"><label for="kept">您写的内容（没有发出）</label><textarea id="kept" readonly>${text}</textarea></div>`;

function form({ item, others }: Packet, { draft, faults, hints, preview, guide }: AnswerShown, looking: Looking): Html {
  const path = itemPath(item.item);
  const invalid = faults.length > 0;
  return html`<form method="post" action="${path}/reply" class="stack" id="answer">
${csrfField(looking.request)}<input type="hidden" name="form" value="${looking.newId()}">
<div class="field${invalid ? ' invalid' : ''}"><label for="text">答复</label>
<textarea id="text" name="text" required maxlength="${mostText * 2}" rows="5"${invalid ? html` aria-invalid="true" aria-describedby="faults"` : undefined} hx-post="${path}/preview" hx-trigger="input changed delay:700ms" hx-target="#preview" hx-swap="outerHTML">${draft.text}</textarea>
${invalid ? html`<p class="error" id="faults" role="alert">${faults.join('')}</p>` : undefined}</div>
${hintsView(hints)}
<div class="field"><label for="clause">依据条款</label>
<select id="clause" name="clause" hx-post="${path}/preview" hx-trigger="change" hx-target="#preview" hx-swap="outerHTML">
<option value="">不引用条款</option>${clauseGroups(guide).map(({ name, clauses }) => html`<optgroup label="${name}">${clauses.map(({ clause, quote }) => html`<option value="${clause}"${clause === draft.clause ? html` selected` : undefined}>${clause}　${short(quote, 18)}</option>`)}</optgroup>`)}
</select></div>
${othersView(others, draft, looking)}
<label class="check"><input type="checkbox" name="propose" value="1"${draft.propose ? html` checked` : undefined}> 提议为知识条目（另一人审核后才生效）</label>
<label class="check"><input type="checkbox" name="close" value="1"${draft.close ? html` checked` : undefined}> 回复后交还助手</label>
${preview}
<div class="actions"><button>发送答复</button><button class="plain" formaction="${path}/preview" formnovalidate>预览</button></div>
</form>
<script src="${fileLink('queue.js')}" defer></script>`;
}

function hintsView(hints: readonly DraftHint[]): Html | undefined {
  if (hints.length === 0) return undefined;
  return html`<details class="more hints"><summary>指南里相近的内容（${hints.length}）</summary><ul>${hints.map(
    ({
      about,
      text,
      clause,
    }) => html`<li><div><p class="subtle">${theirs(about)}</p><p class="quotable">${theirs(text)}${clause ? html` <span class="clause">指南${clause.clause}</span>` : undefined}</p></div>
<button type="button" class="plain small" hidden data-text="${text}" data-clause="${clause?.clause ?? ''}">填入答复</button></li>`,
  )}</ul></details>`;
}

function othersView(others: Packet['others'], draft: Draft, { names, now }: Looking): Html | undefined {
  if (others.length === 0) return undefined;
  const ticked = new Set(draft.others);
  return html`<fieldset class="others"><legend class="visually-hidden">还有谁问了同样的</legend>
<label class="check"><input type="checkbox" name="same" value="1"${ticked.size > 0 ? html` checked` : undefined}> 发给提出同样问题的申报人（${others.length} 人）</label>
<ul>${others.map(({ span: { item, question, askedAt }, channel }) => html`<li><label class="check"><input type="checkbox" name="other" value="${item}"${ticked.has(item) ? html` checked` : undefined}> <span>${names.channel(channel)}，等了 ${sinceText(askedAt, now)}：${short(theirs(question), 40)}</span></label></li>`)}</ul>
</fieldset>`;
}
