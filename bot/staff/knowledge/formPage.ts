/** The form in which a unit, a word or a ruling is written; what was typed stands in it again when something is wrong. */

import type { Guide } from '../../../knowledge/guide.ts';
import type { Overlay } from '../../../knowledge/overlay.ts';
import { type Html, html } from '../../html.ts';
import { csrfField } from '../csrf.ts';
import type { Page, StaffRequest } from '../route.ts';
import { described } from './describe.ts';
import { problemsNotice, roomPage } from './frame.ts';
import { paths } from './paths.ts';
import { type Content, longest } from './proposal.ts';
import { clausesIn, sentencesOf } from './trial.ts';

export interface FormShown {
  request: Pick<StaffRequest, 'member'>;
  guide: Guide;
  overlay: Overlay | null;
  content: Content;
  /** Where it is sent. */
  to: string;
  /** What the word means, where that was typed by another word. */
  like?: string;
  problems?: readonly string[];
  /** It is proposed already: there is no draft to keep. */
  proposed?: true;
  /** The mark of what was seen, of a proposal that is changed. */
  seen?: string;
}

const titles: Record<Content['kind'], string> = {
  unit: '问答',
  word: '说法',
  ruling: '口径',
  removal: '提议撤下',
};

export function formPage(shown: FormShown): Page {
  const { request, content, to, problems = [], proposed, seen } = shown;
  const body = html`${problemsNotice(problems)}
<form class="card" method="post" action="${to}">${csrfField(request)}<input type="hidden" name="kind" value="${content.kind}">${seen === undefined ? undefined : html`<input type="hidden" name="seen" value="${seen}">`}
${fieldsOf(shown)}
<div class="actions"><button name="act" value="propose">${proposed ? '保存修改' : '提交审核'}</button>${proposed ? undefined : html` <button class="plain" name="act" value="draft" formnovalidate>存为草稿</button>`} <a class="button link" href="${paths.proposals}">取消</a></div>
<p class="hint">提交后先和过去的对话对照，再由另一位同事批准。</p>
</form>`;
  return roomPage(titles[content.kind], body);
}

function fieldsOf(shown: FormShown): Html {
  const { content } = shown;
  if (content.kind === 'unit') return unitFields(content, shown);
  if (content.kind === 'word') return wordFields(content, shown);
  if (content.kind === 'ruling') return rulingFields(content, shown);
  const { title, detail } = described(content, shown.guide, shown.overlay);
  return html`<input type="hidden" name="of" value="${content.of}"><input type="hidden" name="id" value="${content.id}"><p><b>${title}</b></p><p>${detail}。批准后，助手不再用它回答。</p>`;
}

function unitFields(
  { questions, answer, clause, quote, replaces }: Content & { kind: 'unit' },
  { guide }: FormShown,
): Html {
  const groups = Map.groupBy(clausesIn(guide).keys(), (name) => /^附?[一二三四五六七八九\d]/.exec(name)?.[0] ?? '其他');
  return html`${replaces === undefined ? undefined : html`<input type="hidden" name="replaces" value="${replaces}"><p class="notice">它将替换现行的同一条问答。</p>`}
<div class="field"><label for="questions">问题</label><textarea id="questions" name="questions" rows="4" required aria-describedby="questions-hint">${questions.join('\n')}</textarea><p class="hint" id="questions-hint">一行一个问法，照申请人的原话写；第一个作为标题。最多 ${longest.questions} 个。</p></div>
<div class="field"><label for="answer">答复</label><textarea id="answer" name="answer" rows="6" required aria-describedby="answer-hint">${answer}</textarea><p class="hint" id="answer-hint">第一句就给结论，最多 ${longest.answer} 个字。会注明“咨询台答复”和日期，不会说成指南的规定。</p></div>
<div class="field"><label for="clause">解释的是哪一条</label><select id="clause" name="clause" hx-get="${paths.quotes}" hx-target="#quotes" hx-swap="innerHTML" hx-trigger="change">
<option value="">不解释具体条款</option>${[...groups].map(
    ([group, names]) =>
      html`<optgroup label="${group}">${names.map((name) => html`<option value="${name}"${name === clause ? html` selected` : undefined}>${name}</option>`)}</optgroup>`,
  )}</select><p class="hint"><button class="plain small" name="act" value="quotes" formnovalidate>列出这一条的原文</button></p></div>
<div id="quotes">${quoteChoice(clause, quote, guide)}</div>`;
}

/** The sentences of a clause to choose one from, word for word. */
export function quoteChoice(clause: string | undefined, quote: string | undefined, guide: Guide): Html | undefined {
  if (clause === undefined || clause === '') return undefined;
  const sentences = sentencesOf(clause, guide);
  const own =
    quote !== undefined && !sentences.includes(quote) && clausesIn(guide).get(clause)?.includes(quote) ? [quote] : [];
  if (sentences.length === 0)
    return html`<p class="notice warning">“${clause}”下没有可引的原文，请选更具体的一条。</p>`;
  return html`<fieldset><legend>引哪一句原文</legend>${[...own, ...sentences].map(
    (sentence) =>
      html`<label class="check"><input type="radio" name="quote" value="${sentence}"${sentence === quote ? html` checked` : undefined}> <span>${sentence}</span></label>`,
  )}</fieldset>`;
}

function wordFields({ word }: Content & { kind: 'word' }, { like = '' }: FormShown): Html {
  return html`<div class="row"><div class="field"><label for="word">申请人的说法</label><input id="word" name="word" value="${word}" maxlength="${longest.word}" required></div>
<div class="field"><label for="like">意思同</label><input id="like" name="like" value="${like}" maxlength="40" required aria-describedby="like-hint"><p class="hint" id="like-hint">写一个助手已经懂的说法，例如“配套资金”。</p></div></div>`;
}

function rulingFields({ point: id, choice, note = '' }: Content & { kind: 'ruling' }, { guide }: FormShown): Html {
  const point = guide.openPoints.find((each) => each.id === id);
  if (!point) return html`<p class="notice attention">指南里没有登记这一处，请从“未定之处”里选。</p>`;
  return html`<input type="hidden" name="point" value="${point.id}"><h2>${point.question}</h2>
<blockquote class="quote"><cite>${point.clause}</cite>${point.quotes.map((quote) => html`<q>${quote}</q>`)}</blockquote>
<fieldset><legend>按哪一种理解</legend>${point.options.map(
    (option) =>
      html`<label class="check"><input type="radio" name="choice" value="${option.id}" required${option.id === choice ? html` checked` : undefined}> <span><b>${option.label}</b><span class="subtle">助手会说：${option.says}</span></span></label>`,
  )}</fieldset>
<div class="field"><label for="note">依据或说明</label><textarea id="note" name="note" rows="2" aria-describedby="note-hint">${note}</textarea><p class="hint" id="note-hint">例如谁在哪天答复的；只给同事看。最多 ${longest.note} 个字。</p></div>`;
}
