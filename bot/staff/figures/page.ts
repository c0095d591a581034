/** The page of the figures: tiles, then one card a question that staff may have, each with a chart and the table of the same numbers. */

import { inChinese } from '../../../knowledge/calendar.ts';
import { type Html, html } from '../../html.ts';
import { listOf } from '../transcripts/filter.ts';
import { visible } from '../transcripts/marked.ts';
import { bars, columns, miniBar } from './chart.ts';
import { durationWords } from './durations.ts';
import type { Figure, Named } from './figure.ts';
import type { Figures } from './figures.ts';
import { type PeriodFormOptions, periodForm } from './periodForm.ts';

export interface FiguresPageOptions extends PeriodFormOptions {
  figures: Figures;
}

export function figuresPage(options: FiguresPageOptions): Html {
  const { figures } = options;
  const empty = html`<div class="empty card"><p><b>这段时间没有对话</b></p><p>换一段日期，或者去掉渠道。</p></div>`;
  return html`${periodForm(options)}
${figures.talks.count === 0 ? empty : html`${tiles(options)}${cards(options)}`}
<p class="subtle">都按对话数，不按消息数；一段对话算在它最后一条消息的那一天。点任何一个数，就列出这些对话。</p>`;
}

function tiles({ figures, timeZone }: FiguresPageOptions): Html {
  const { talks, started, completed, unanswered, desk, timeToVerdict } = figures;
  const tile = (figure: Figure, label: string, note?: string): Html =>
    html`<a class="card tile" href="${listOf(figure.filter, timeZone)}"><b>${shown(figure.count)}</b><span>${label}</span>${note === undefined ? undefined : html`<span class="note">${note}</span>`}</a>`;
  return html`<div class="cards figures-tiles">
${tile(talks, '段对话')}
${tile(started, '段开始了自查', `占 ${shareOf(started, talks)}`)}
${tile(completed, '段得出结论', started.count === 0 ? undefined : `完成率 ${shareOf(completed, started)}`)}
${tile(unanswered, '段有没答上的问题', `占 ${shareOf(unanswered, talks)}`)}
${tile(desk.states[0] ?? desk.any, '段正在等咨询台', desk.now === undefined ? '没有人在等' : `最久的等了 ${durationWords(desk.now)}`)}
<a class="card tile" href="${listOf(completed.filter, timeZone)}"><b>${timeToVerdict === undefined ? '—' : durationWords(timeToVerdict)}</b><span>从第一题到结论的中位数</span><span class="note">按 ${shown(completed.count)} 段自查</span></a>
</div>`;
}

function cards(options: FiguresPageOptions): Html {
  const { figures, names, timeZone } = options;
  const { verdicts, rules, channels, completed } = figures;
  const tones: Readonly<Record<string, string>> = { ready: 'c2', fixable: 'c1', 'needs-confirmation': 'c3' };
  return html`${timeCard(options)}
${stoppedCard(options)}
<div class="figures-cards">
${chartCard({
  id: 'verdicts',
  title: '结论',
  lead: '每段对话算最后一次结论。',
  head: '结论',
  rows: verdicts,
  nameOf: names.verdict,
  toneOf: (id) => tones[id] ?? 'c4',
  timeZone,
})}
${satisfactionCard(options)}
${chartCard({ id: 'channels', title: '渠道', head: '渠道', rows: channels, nameOf: names.channel, timeZone })}
${deskCard(options)}
</div>
${chartCard({
  id: 'rules',
  title: '清单里最常见的条目',
  lead: '最后一次结论的清单里，哪些条目出现得最多；一段对话可以有好几条。占比是在得出结论的对话里。',
  head: '条目',
  rows: rules,
  nameOf: names.rule,
  whole: completed.count,
  timeZone,
})}
${questionsCard(options)}`;
}

/** One column a question, in the order of the interview, and their numbers in two tables that are read one after the other. */
function stoppedCard({ figures, names, timeZone }: FiguresPageOptions): Html {
  const { stopped, started, unfinished } = figures;
  const rows = stopped.map((row) => ({ ...row, label: visible(names.step(row.id)) }));
  const [first, last] = [rows[0], rows.at(-1)];
  const title = '走到哪一题停下';
  const heading = html`<h2 id="stopped-h">${title}</h2>`;
  if (!first || !last)
    return html`<section class="card" aria-labelledby="stopped-h">${heading}<p class="subtle">${started.count === 0 ? '没有人开始自查。' : '开始自查的都得出了结论。'}</p></section>`;
  const top = rows.reduce((one, other) => (other.count > one.count ? other : one), first);
  const desc = `按提问的顺序共 ${rows.length} 题，停得最多的是${top.label}，${top.count} 段。数字在下面的表里。`;
  const ends = rows.length > 1 ? [first.label, last.label] : [first.label];
  const half = rows.length > 6 ? Math.ceil(rows.length / 2) : rows.length;
  const parts = [rows.slice(0, half), rows.slice(half)].filter((part) => part.length > 0);
  return html`<section class="card figure-card" aria-labelledby="stopped-h">${heading}
<p class="subtle">还没有结论的自查有 ${countLink(unfinished, '还没有结论的自查', timeZone)} 段。按提问的顺序，最后问到的题是：</p>
${columns(rows, ends, { id: 'stopped', title, desc })}
<div class="beside">${parts.map((part, at) => table({ title: `${title}${at === 0 ? '' : '（续）'}`, head: '最后问到的题', rows: part, total: unfinished.count, timeZone }))}</div>
</section>`;
}

interface Table {
  title: string;
  /** Of the first column. */
  head: string;
  rows: readonly (Figure & { label: string })[];
  /** Of what shares are taken. */
  total: number;
  timeZone: string;
}

const table = ({ title, head, rows, total, timeZone }: Table): Html =>
  html`<div class="table" role="region" aria-label="${title}：数字" tabindex="0"><table><thead><tr><th scope="col">${head}</th><th scope="col" class="number">对话</th><th scope="col" class="number">占比</th></tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row">${row.label}</th><td class="number">${countLink(row, row.label, timeZone)}</td><td class="number">${percent(row.count, total)}</td></tr>`,
  )}</tbody></table></div>`;

interface ChartCard {
  id: string;
  title: string;
  lead?: string | Html;
  /** Of the table's first column. */
  head: string;
  rows: readonly Named[];
  nameOf(id: string): string;
  toneOf?(id: string): string;
  /** Of what shares are taken, where the rows overlap. */
  whole?: number;
  timeZone: string;
  more?: Html;
}

function chartCard({ id, title, lead, head, rows, nameOf, toneOf, whole, timeZone, more }: ChartCard): Html {
  const total = whole ?? rows.reduce((sum, { count }) => sum + count, 0);
  const named = rows.map((row) => ({ ...row, label: visible(nameOf(row.id)) }));
  const first = named.reduce<(typeof named)[number] | undefined>(
    (one, other) => (one && one.count >= other.count ? one : other),
    undefined,
  );
  const desc = first ? `${rows.length} 项，最多的是${first.label}，${first.count} 段。数字在旁边的表里。` : '';
  const drawn = named.map(({ label, count, id: of }) => ({ label, count, ...(toneOf && { tone: toneOf(of) }) }));
  return html`<section class="card figure-card" aria-labelledby="${id}-h"><h2 id="${id}-h">${title}</h2>
${lead === undefined ? undefined : html`<p class="subtle">${lead}</p>`}${more}
${
  rows.length === 0
    ? html`<p class="subtle">没有。</p>`
    : html`<div class="beside">${bars(drawn, { id, title, desc })}${table({ title, head, rows: named, total, timeZone })}</div>`
}
</section>`;
}

function timeCard({ figures, timeZone }: FiguresPageOptions): Html {
  const { days } = figures;
  const label = ({ from, to }: { from: string; to: string }): string =>
    from === to ? short(from) : `${short(from)}—${short(to)}`;
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return html``;
  const middle = days[Math.floor((days.length - 1) / 2)];
  const ticks = days.length > 4 && middle ? [first, middle, last] : days.length > 1 ? [first, last] : [first];
  const size = first.from === first.to ? '每天的对话' : '各段时间的对话';
  const top = days.reduce((one, other) => (other.count > one.count ? other : one), first);
  const desc = `${inChinese(first.from)}到${inChinese(last.to)}，最多的是${label(top)}，${top.count} 段。数字在下面的表里。`;
  const chart = columns(
    days.map((day) => ({ label: label(day), count: day.count })),
    ticks.map(label),
    { id: 'days', title: size, desc },
  );
  return html`<section class="card" aria-labelledby="days-h"><h2 id="days-h">${size}</h2>${chart}
<details class="more"><summary>看数字</summary><div class="table" role="region" aria-label="${size}：数字" tabindex="0"><table><thead><tr><th scope="col">日期</th><th scope="col" class="number">对话</th></tr></thead>
<tbody>${days.map((day) => html`<tr><th scope="row">${label(day)}</th><td class="number">${countLink(day, label(day), timeZone)}</td></tr>`)}</tbody></table></div></details>
</section>`;
}

function questionsCard({ figures, timeZone }: FiguresPageOptions): Html {
  const { questions } = figures;
  const top = Math.max(0, ...questions.map(({ count }) => count));
  return html`<section class="card" aria-labelledby="questions-h"><h2 id="questions-h">最常没答上的问题</h2>
<p class="subtle">只差标点和客气话的算同一个问题；指南未规定、要先问清楚、不属于指南的都在内。</p>
${
  questions.length === 0
    ? html`<p class="subtle">没有。</p>`
    : html`<div class="table" role="region" aria-label="没答上的问题" tabindex="0"><table class="asked-often"><thead><tr><th scope="col">问题</th><th scope="col"><span class="visually-hidden">多少</span></th><th scope="col" class="number">对话</th></tr></thead>
<tbody>${questions.map(
        (row) =>
          html`<tr><th scope="row">${visible(row.id)}</th><td class="bar-cell">${miniBar(row.count, top)}</td><td class="number">${countLink(row, row.id, timeZone)}</td></tr>`,
      )}</tbody></table></div>`
}
</section>`;
}

function deskCard({ figures, names, timeZone }: FiguresPageOptions): Html {
  const { any, states, waited } = figures.desk;
  const fact = (label: string, words: string): Html => html`<div><dt>${label}</dt><dd>${words}</dd></div>`;
  const more =
    waited &&
    html`<dl class="facts">${fact('等候中位数', durationWords(waited.median))}${fact('九成不超过', durationWords(waited.most))}</dl><p class="subtle">按有人接手的对话算，每段取最久的一次。</p>`;
  return chartCard({
    id: 'desk',
    title: '咨询台',
    lead:
      any.count === 0
        ? html`没有人转过人工。`
        : html`转过人工的有 ${countLink(any, '转过人工', timeZone)} 段，一段可以转几次。`,
    head: '状态',
    rows: any.count === 0 ? [] : states,
    nameOf: names.desk,
    toneOf: (id) => ({ pending: 'c3', taken: 'c1', answered: 'c2' })[id] ?? 'muted',
    whole: any.count,
    timeZone,
    ...(more && { more }),
  });
}

function satisfactionCard({ figures, names, timeZone }: FiguresPageOptions): Html {
  const { good, bad, none } = figures.satisfaction;
  const told = good.count + bad.count;
  return chartCard({
    id: 'satisfaction',
    title: '评价',
    lead:
      told === 0 ? '得出结论以后，还没有人评价。' : `得出结论以后点了评价的，${percent(good.count, told)} 说有帮助。`,
    head: '评价',
    rows: [
      { id: 'good', ...good },
      { id: 'bad', ...bad },
      { id: 'none', ...none },
    ],
    nameOf: names.satisfaction,
    toneOf: (id) => ({ good: 'c2', bad: 'c4' })[id] ?? 'muted',
    timeZone,
  });
}

const shown = (count: number): string => count.toLocaleString('en-US');
const percent = (count: number, of: number): string => (of === 0 ? '—' : `${Math.round((100 * count) / of)}%`);
const shareOf = (figure: Figure, of: Figure): string => percent(figure.count, of.count);
/** 5月8日. */
const short = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

const countLink = (figure: Figure, label: string, timeZone: string): Html =>
  html`<a href="${listOf(figure.filter, timeZone)}">${shown(figure.count)}<span class="visually-hidden"> 段对话：${visible(label)}</span></a>`;
