/** One conversation as a page: what is known of the whole, the talk, the ways to the ones before and behind it in the list. */
import type { Summary, SummaryFilter } from '../../../state/summary.ts';
import { type Html, html } from '../../html.ts';
import { clockOf, dayOf, minuteOf } from './days.ts';
import { listOf, transcriptPath } from './filter.ts';
import { judgements, lineView } from './lineView.ts';
import { talkChips } from './listPage.ts';
import { holds, visible } from './marked.ts';
import type { Names } from './names.ts';
import type { ShownLine, ShownTranscript } from './shown.ts';

/** Lines of one page. */
const linesPerPage = 500;
/** Hits that are listed. */
const mostHits = 40;

export interface ReadPageOptions {
  conversation: string;
  channel: string;
  shown: ShownTranscript;
  /** Where it stands in the filtered list; without a number where a judgement took it out of the list: then between those where it stood. */
  place: Place;
  summary: Summary;
  filter: SummaryFilter;
  /** The filter as a query. */
  query: string;
  names: Names;
  timeZone: string;
  /** The page asked for, and the line to jump to. */
  page?: number | undefined;
  here?: number | undefined;
  mayExport: boolean;
  /** The form to judge a line, or the whole. */
  form: (seq: number | undefined, judging: boolean) => Html | undefined;
}

export interface Place {
  number?: number;
  total: number;
  /** There are more than `total`. */
  more: boolean;
  before: string | undefined;
  after: string | undefined;
}

/** The place of a conversation among others, that with the newest last line first; `more`: others come behind them. */
export function placeIn(list: readonly Summary[], own: Summary, more = false): Place {
  const at = list.findIndex(({ conversation }) => conversation === own.conversation);
  if (at >= 0)
    return {
      number: at + 1,
      total: list.length,
      more,
      before: list[at - 1]?.conversation,
      after: list[at + 1]?.conversation,
    };
  const behind = list.findIndex(({ lastAt }) => lastAt <= own.lastAt);
  // Who its neighbours are is not known there.
  if (behind < 0 && more) return { total: list.length, more, before: undefined, after: undefined };
  const between = behind < 0 ? list.length : behind;
  return { total: list.length, more, before: list[between - 1]?.conversation, after: list[between]?.conversation };
}

/** Which page of a long talk to show, and how many there are. */
function linesShown({ lines }: ShownTranscript, page: number | undefined, here: number | undefined) {
  const pages = Math.max(1, Math.ceil(lines.length / linesPerPage));
  const at = here === undefined ? -1 : lines.findIndex(({ line }) => line.seq >= here);
  const named = at < 0 ? (page ?? 1) : Math.floor(at / linesPerPage) + 1;
  const number = Math.min(Math.max(1, named), pages);
  return { page: number, pages, lines: lines.slice((number - 1) * linesPerPage, number * linesPerPage) };
}

function placeWords({ number, total, more }: Place): string {
  if (number === undefined) return more ? `不在最新的 ${total} 段里` : `不在筛选的 ${total} 段里`;
  return more ? `第 ${number} 段，共 ${total} 段以上` : `第 ${number} 段，共 ${total} 段`;
}

export function readPage(options: ReadPageOptions): Html {
  const { conversation, shown, query, filter, timeZone, place, here } = options;
  const { page, pages, lines } = linesShown(shown, options.page, here);
  const { text } = filter;
  return html`<nav class="around only-screen" aria-label="列表中的位置"><a href="${listOf(filter, timeZone)}">← 回到列表</a><span class="subtle">${placeWords(place)}</span>${neighbour(place.before, '上一段', 'prev', query)}${neighbour(place.after, '下一段', 'next', query)}</nav>
<div class="columns reading">
${about(options)}
<div class="stack">
${text === undefined ? undefined : hitLinks(shown.lines, text, conversation, query)}
${pages > 1 ? pager(options, page, pages, '上方') : undefined}
${talk(lines, options, false)}
${pages > 1 ? pager(options, page, pages, '下方') : undefined}
</div>
</div>`;
}

/** For paper: everything open, nothing to press. */
export function printPage(options: ReadPageOptions): Html {
  const { page, pages, lines } = linesShown(options.shown, options.page, options.here);
  const { conversation, query } = options;
  return html`<div class="only-screen actions"><a class="button plain" href="${transcriptPath(conversation, { filter: query, page: page > 1 ? page : undefined })}">回到对话</a><span class="subtle">用浏览器菜单里的“打印”打印，或另存为 PDF。</span></div>
${about({ ...options, form: () => undefined })}
${pages > 1 ? html`<p>第 ${page} 部分，共 ${pages} 部分</p>${pager(options, page, pages, '上方', 'print')}` : undefined}
${talk(lines, options, true)}`;
}

const neighbour = (conversation: string | undefined, label: string, rel: string, query: string): Html =>
  conversation === undefined
    ? html`<span class="none">${label}</span>`
    : html`<a rel="${rel}" href="${transcriptPath(conversation, { filter: query })}">${label}</a>`;

/** What is known of the whole. */
function about({
  conversation,
  channel,
  shown,
  summary,
  names,
  timeZone,
  query,
  page,
  mayExport,
  form,
}: ReadPageOptions): Html {
  const [first, last] = [shown.lines[0], shown.lines.at(-1)];
  const guides = [
    ...new Set(shown.lines.map(({ line }) => `${line.guide}${line.overlay === null ? '' : ` + ${line.overlay}`}`)),
  ];
  const chips = talkChips(summary, names);
  const row = (label: string, value: Html | string | undefined): Html | undefined =>
    value === undefined ? undefined : html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  return html`<section class="card about" aria-label="这段对话">
${chips.length > 0 ? html`<p class="chips">${chips}</p>` : undefined}
<dl class="facts">
${row('渠道', visible(names.channel(channel)))}
${row('时间', first && last ? span(first.line.at, last.line.at, timeZone) : undefined)}
${row('行数', `${shown.lines.length}`)}
${row('停在', summary.step === undefined ? undefined : visible(names.step(summary.step)))}
${row('方向', summary.directions.length > 0 ? summary.directions.map((number) => names.direction(number)).join('、') : undefined)}
${row('规则', summary.rules.length > 0 ? visible(summary.rules.map((id) => names.rule(id)).join('、')) : undefined)}
${row('指南版本', visible(guides.slice(0, 6).join('、')))}
${row('编号', html`<code>${visible(conversation)}</code>`)}
</dl>
${judgements(shown.whole, timeZone)}
<div class="actions"><a class="button plain small" href="${transcriptPath(conversation, { filter: query, page, part: 'print' })}">打印</a>${mayExport ? html`<a class="button plain small" href="${transcriptPath(conversation, { part: 'transcript' })}">下载 .transcript</a>` : undefined}</div>
${form(undefined, true)}
</section>`;
}

/** From when to when; the day once where it is the same. */
function span(from: string, to: string, timeZone: string): string {
  const sameDay = dayOf(from, timeZone) === dayOf(to, timeZone);
  return `${minuteOf(from, timeZone)} 至 ${sameDay ? clockOf(to, timeZone) : minuteOf(to, timeZone)}`;
}

/** Lines with a heading where a day begins. */
function talk(lines: readonly ShownLine[], options: ReadPageOptions, printing: boolean): Html {
  const { shown, names, timeZone, here, filter, form } = options;
  const view = {
    names,
    timeZone,
    text: filter.text,
    here,
    printing,
    asked: questionsBefore(shown.lines),
    form: (seq: number, kind: ShownLine['kind']) => form(seq, kind !== 'person'),
  };
  let day = '';
  const rows = lines.map((each) => {
    const today = dayOf(each.line.at, timeZone);
    const begins = today !== day;
    day = today;
    return html`${begins ? html`<li class="event day"><span>${today}</span></li>` : undefined}${lineView(each, view)}`;
  });
  return html`<ol class="talk read" aria-label="对话">${rows}</ol>`;
}

/** The person's words before each line of the bot. */
function questionsBefore(lines: readonly ShownLine[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let last: string | undefined;
  for (const { kind, line, said } of lines) {
    if (kind === 'person') last = said;
    else if (last !== undefined) found.set(line.seq, last);
  }
  return found;
}

function hitLinks(lines: readonly ShownLine[], text: string, conversation: string, query: string): Html {
  const hits = lines.filter(({ said, card }) => holds(said, text) || holds(card, text)).map(({ line }) => line.seq);
  const more = hits.length > mostHits ? html` <span class="subtle">等 ${hits.length} 处</span>` : undefined;
  return html`<p class="hit-links only-screen"><span>“${visible(text)}”在 ${hits.length} 行里：</span>${hits
    .slice(0, mostHits)
    .map(
      (seq) => html`<a href="${transcriptPath(conversation, { filter: query, line: seq })}">#${seq}</a> `,
    )}${more}</p>`;
}

function pager(
  { conversation, query, shown }: ReadPageOptions,
  page: number,
  pages: number,
  where: string,
  part?: 'print',
): Html {
  const to = (number: number): string =>
    transcriptPath(conversation, { filter: query, page: number, ...(part && { part }) });
  return html`<nav class="pages" aria-label="${where}的分页">${page > 1 ? html`<a rel="prev" href="${to(page - 1)}">前 ${linesPerPage} 行</a>` : undefined} <span>第 ${page} 页，共 ${pages} 页（${shown.lines.length} 行）</span> ${page < pages ? html`<a rel="next" href="${to(page + 1)}">后 ${linesPerPage} 行</a>` : undefined}</nav>`;
}

/** What the window is called. */
export const titleOf = (channel: string, shown: ShownTranscript, names: Names, timeZone: string): string => {
  const [first] = shown.lines;
  return `${visible(names.channel(channel))}${first ? ` · ${dayOf(first.line.at, timeZone)} ${clockOf(first.line.at, timeZone)}` : ''}`;
};
