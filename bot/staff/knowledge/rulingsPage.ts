/** What the guide leaves open: its sentence, how it may be read, how it is read now, and how many past conversations it concerned. */
import type { Guide } from '../../../knowledge/guide.ts';
import type { Overlay } from '../../../knowledge/overlay.ts';
import { type Html, html } from '../../html.ts';
import type { Page } from '../route.ts';
import { listOf } from '../transcripts/filter.ts';
import { prose, roomPage } from './frame.ts';
import { paths } from './paths.ts';
import type { Touched } from './touched.ts';

interface Shown {
  guide: Guide;
  overlay: Overlay | null;
  /** By point. */
  touched: ReadonlyMap<string, Touched>;
  mayWrite: boolean;
}

export function rulingsPage({ guide, overlay, touched, mayWrite }: Shown): Page {
  const settled = guide.openPoints.filter(({ id }) => overlay?.rulings.some(({ point }) => point === id)).length;
  return roomPage(
    '未定之处',
    html`<p class="lead">指南没有写明或前后不一的地方。定一次，写明何时何人，对话、接口和结论都按它走。共 ${guide.openPoints.length} 处，已定 ${settled} 处。</p>
<div class="stack">${guide.openPoints.map((point) => pointCard(point, { guide, overlay, touched, mayWrite }))}</div>`,
    paths.rulings,
  );
}

function pointCard(point: Guide['openPoints'][number], { overlay, touched, mayWrite }: Shown): Html {
  const ruling = overlay?.rulings.find((each) => each.point === point.id);
  const chosen = point.options.find(({ id }) => id === ruling?.choice);
  const link = `${paths.new}?${new URLSearchParams({ kind: 'ruling', point: point.id, ...(ruling && { choice: ruling.choice }) })}`;
  return html`<article class="card" id="${point.id}"><div class="heading"><h2>${point.title}</h2>${chosen ? html`<span class="chip good">已定</span>` : html`<span class="chip warning">未定</span>`}</div>
${prose(point.question)}
<blockquote class="quote"><cite>${point.clause}</cite>${point.quotes.map((quote) => html`<q>${quote}</q>`)}</blockquote>
<ul class="listed">${point.options.map(
    (option) =>
      html`<li>${option === chosen ? html`<b>${option.label}</b>（现在按这个）` : option.label}<span class="subtle">${option.says}</span></li>`,
  )}</ul>
${ruling ? html`<p>现在：<b>${chosen?.label ?? ruling.choice}</b>，${ruling.date} ${ruling.by}。${ruling.note === undefined ? undefined : html`<span class="subtle">${ruling.note}</span>`}</p>` : html`<p>现在：没有定，助手说“指南没有写明”，需要时请申请人向科技厅确认。</p>`}
${touchedLine(touched.get(point.id))}
${mayWrite ? html`<p class="actions"><a class="button ${ruling ? 'plain ' : ''}small" href="${link}">${ruling ? '改口径' : '定口径'}<span class="visually-hidden">：${point.title}</span></a></p>` : undefined}</article>`;
}

function touchedLine(touched: Touched | undefined): Html | undefined {
  if (!touched) return undefined;
  if (touched.conversations === 0) return html`<p class="subtle">过去的对话还没有碰到它。</p>`;
  return html`<p class="subtle">过去有 ${touched.conversations} 段对话的结论里列了它：${touched.rules.map(
    ({ rule, title, conversations }, at) =>
      html`${at > 0 ? '、' : ''}<a href="${listOf({ rule })}">${title} ${conversations} 段</a>`,
  )}</p>`;
}
