/** One line of a transcript as it is read: what was said, what it rests on, what staff judged and noted about it, and the form to do so. */
import { type Html, html } from '../../html.ts';
import { clockOf, minuteOf } from './days.ts';
import { holds, marked, visible } from './marked.ts';
import { type Names, verdictTone } from './names.ts';
import { citedAs, type Judged, type Mark, type ShownLine, standing } from './shown.ts';

export interface LineViewOptions {
  names: Names;
  timeZone: string;
  /** What was searched. */
  text?: string | undefined;
  /** The line that the address names. */
  here?: number | undefined;
  /** The person's words to which each line of the bot is an answer, by its number. */
  asked: ReadonlyMap<number, string>;
  /** Everything open, nothing to press. */
  printing: boolean;
  /** The form to judge a line; absent for those who may not. */
  form?: (seq: number, kind: ShownLine['kind']) => Html | undefined;
}

const markWords: Readonly<Record<Mark['mark'], readonly [words: string, tone: string]>> = {
  wrong: ['有误', 'attention'],
  corrected: ['已更正', 'accent'],
  reviewed: ['已复核', 'good'],
  cleared: ['撤销了标记', ''],
};

/** The line in the list of all. */
export function lineView(shown: ShownLine, options: LineViewOptions): Html {
  const { line, kind, said, card, choices } = shown;
  const { names, timeZone, text, here, printing, form } = options;
  const id = `L${line.seq}`;
  if (kind === 'event')
    return html`<li class="event" id="${id}"><span>${visible(said)} · <time datetime="${line.at}">${clockOf(line.at, timeZone)}</time></span></li>`;
  const tone = kind === 'clerk' ? 'staff' : kind;
  const state = standing(shown);
  return html`<li class="said ${tone}${line.seq === here ? ' here' : ''}${state ? ` ${state.mark}` : ''}" id="${id}">
<div class="bubble"><span class="visually-hidden">${speaker(shown)}：</span>${marked(said, text)}${cardWords(card, options)}${choices.length === 0 ? undefined : html`<span class="choices"><span class="visually-hidden">按钮：</span>${choices.map((label) => html`<span>${visible(label)}</span> `)}</span>`}</div>
<p class="meta"><a class="place" href="#${id}" aria-label="第 ${line.seq} 行">#${line.seq}</a><span>${speaker(shown)}</span><time datetime="${line.at}">${clockOf(line.at, timeZone)}</time>${state ? chip(markWords[state.mark][1], markWords[state.mark][0]) : undefined}${chips(shown, names)}</p>
${tools(basis(shown, options), printing ? undefined : form?.(line.seq, kind))}
${judgements(shown, timeZone)}
${state?.mark === 'wrong' && !printing ? proposing(options.asked.get(line.seq)) : undefined}
</li>`;
}

/** What can be unfolded at a line stands beside each other. */
const tools = (...folds: readonly (Html | undefined)[]): Html | undefined =>
  folds.every((fold) => fold === undefined) ? undefined : html`<div class="tools">${folds}</div>`;

const chip = (tone: string, words: string): Html => html`<span class="chip ${tone}">${words}</span>`;

function speaker({ kind, line }: ShownLine): string {
  if (kind === 'clerk') return visible(line.staff?.name ?? '咨询员');
  return kind === 'bot' ? '助手' : '来信人';
}

/** The words of a card stand folded below the text, which says most of them again; open where the hit is in them. */
function cardWords(card: string, { text, printing }: LineViewOptions): Html | undefined {
  if (card === '') return undefined;
  const open = printing || (text !== undefined && holds(card, text));
  return html`<details class="more card-words"${open ? html` open` : undefined}><summary>卡片上的文字</summary><div>${marked(card, text)}</div></details>`;
}

const statusTones = new Map([
  ['answered', 'good'],
  ['not-in-guide', 'warning'],
  ['clarify', 'warning'],
  ['declined', 'warning'],
  ['person', 'accent'],
]);
/** Of what went as it should, nothing is said. */
const deliveryTones = new Map([
  ['failed', 'attention'],
  ['ambiguous', 'warning'],
  ['pending', 'warning'],
]);

/** What is to be seen of a line at once. */
function chips({ line }: ShownLine, names: Names): Html[] {
  const { answerStatus, questionId, verdict, delivery, undelivered } = line;
  const tone = delivery && deliveryTones.get(delivery);
  return [
    ...(answerStatus === undefined
      ? []
      : [chip(statusTones.get(answerStatus) ?? '', visible(names.status(answerStatus)))]),
    ...(verdict === undefined ? [] : [chip(verdictTone(verdict), visible(names.verdict(verdict)))]),
    ...(questionId === undefined ? [] : [html`<span>问：${visible(names.question(questionId))}</span>`]),
    ...(delivery && tone ? [chip(tone, names.delivery(delivery, undelivered))] : []),
  ];
}

/** Citations, rules, facts, versions: folded, since most is read without them. */
function basis({ line, kind }: ShownLine, { names, printing }: LineViewOptions): Html | undefined {
  const {
    citations = [],
    ruleIds = [],
    factsSet = [],
    questionId,
    guide,
    overlay,
    delivery,
    undelivered,
    caseId,
  } = line;
  if (kind === 'person' && factsSet.length === 0) return undefined;
  const told = [
    ...(citations.length > 0 ? [`依据 ${citations.length} 条`] : []),
    ...(ruleIds.length > 0 ? [`规则 ${ruleIds.length} 条`] : []),
    ...(factsSet.length > 0 ? [`记下 ${factsSet.length} 项`] : []),
  ];
  const list = (label: string, ids: readonly string[], name: (id: string) => string): Html | undefined =>
    ids.length === 0
      ? undefined
      : html`<div><dt>${label}</dt><dd>${ids.map((id, at) => html`${at > 0 ? '、' : ''}${visible(name(id))} <small class="subtle">${visible(id)}</small>`)}</dd></div>`;
  if (printing && told.length === 0) return undefined;
  return html`<details class="more basis"${printing ? html` open` : undefined}><summary>${told.length > 0 ? told.join('，') : '来源'}</summary>
${citations.map(citedAs).map(({ clause, quote }) => html`<blockquote class="quote"><cite>${visible(clause)}</cite><q>${visible(quote)}</q></blockquote>`)}
<dl class="facts">
${questionId === undefined ? undefined : list('题目', [questionId], names.question)}
${list('规则', ruleIds, names.rule)}
${list('记下的事实', factsSet, names.fact)}
<div class="only-screen"><dt>指南版本</dt><dd>${visible(guide)}${overlay === null ? undefined : html`，咨询台补充 ${visible(overlay)}`}</dd></div>
${delivery === undefined ? undefined : html`<div class="only-screen"><dt>送达</dt><dd>${names.delivery(delivery, undelivered)}</dd></div>`}
${caseId === undefined ? undefined : html`<div class="only-screen"><dt>自查编号</dt><dd><small>${visible(caseId)}</small></dd></div>`}
</dl></details>`;
}

/** Who judged and noted what, and when. */
export function judgements({ marks, notes }: Judged, timeZone: string): Html | undefined {
  if (marks.length + notes.length === 0) return undefined;
  const rows = [
    ...marks.map(({ mark, text, by, at }) => ({ at, by, words: markWords[mark][0], tone: markWords[mark][1], text })),
    ...notes.map(({ text, by, at }) => ({ at, by, words: '批注', tone: '', text })),
  ].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  return html`<ul class="judged" aria-label="批注与标记">${rows.map(
    ({ at, by, words, tone, text }) =>
      html`<li><p class="meta">${chip(tone, words)}<span>${visible(by)}</span><time datetime="${at}">${minuteOf(at, timeZone)}</time></p>${text === undefined ? undefined : html`<p class="text">${visible(text)}</p>`}</li>`,
  )}</ul>`;
}

/** What was answered wrongly may become an entry of the knowledge. */
const proposing = (question: string | undefined): Html =>
  html`<p class="only-screen"><a href="/staff/knowledge/new${question === undefined ? '' : `?question=${encodeURIComponent(question.slice(0, 200).toWellFormed())}`}">作为知识条目提出</a></p>`;
