/** What is published now: answers, words, rulings, each with its day and who stands for it. */

import type { Guide } from '../../../knowledge/guide.ts';
import type { Overlay, OverlayUnit } from '../../../knowledge/overlay.ts';
import { type Html, html } from '../../html.ts';
import type { Published } from '../../overlays.ts';
import type { Page } from '../route.ts';
import { prose, roomPage } from './frame.ts';
import { paths } from './paths.ts';
import { conceptName, wordId, wordsIn } from './trial.ts';

interface Shown {
  overlay: Overlay | null;
  /** The newest version, with who published it. */
  last: Published | undefined;
  guide: Guide;
  /** ISO time → day and minute. */
  when: (time: string) => string;
  mayWrite: boolean;
}

export function publishedPage({ overlay, last, guide, when, mayWrite }: Shown): Page {
  const { units = [], words = [], rulings = [] } = overlay ?? {};
  const known = overlay ? wordsIn(overlay) : [];
  const buttons = mayWrite
    ? html`<div class="actions"><a class="button" href="${paths.new}?kind=unit">写一条问答</a> <a class="button plain" href="${paths.new}?kind=word">加一个说法</a> <a class="button plain" href="${paths.rulings}">定一处口径</a></div>`
    : undefined;
  const lead = html`<p class="lead">在指南之外，咨询台补充的内容。另一位同事批准后立即生效，不用重新部署。</p>`;
  if (units.length + words.length + rulings.length === 0)
    return roomPage(
      '知识',
      html`${lead}<div class="empty card"><p><b>还没有发布过内容</b></p><p>助手现在只按《${guide.title}》回答。</p></div>${buttons}`,
      paths.published,
    );
  const version = last
    ? html`<p class="subtle">现行版本 ${last.version}，${when(last.at)} 由${last.by.name}${last.rolledBackTo === undefined ? html`提出、${last.approvedBy.name}批准` : html`回退`}。</p>`
    : undefined;
  return roomPage(
    '知识',
    html`${lead}${buttons}${version}
${units.length > 0 ? html`<section class="stack"><h2>问答 <small>${units.length}</small></h2><div class="stack">${units.map((unit) => unitCard(unit, mayWrite))}</div></section>` : undefined}
${
  words.length > 0
    ? html`<section class="stack"><h2>说法 <small>${known.length}</small></h2><div class="card tight"><div class="table" role="region" aria-label="说法" tabindex="0"><table class="stacked"><thead><tr><th>说法</th><th>意思同</th><th><span class="visually-hidden">操作</span></th></tr></thead><tbody>${known.map(
        ({ concepts, word }) =>
          html`<tr><td data-label="说法">${word}</td><td data-label="意思同">${conceptName(concepts.join(' '))}</td><td>${mayWrite ? removeLink('word', wordId(concepts, word), word) : undefined}</td></tr>`,
      )}</tbody></table></div></div></section>`
    : undefined
}
${
  rulings.length > 0
    ? html`<section class="stack"><h2>口径 <small>${rulings.length}</small></h2><div class="card tight"><div class="table" role="region" aria-label="口径" tabindex="0"><table class="stacked"><thead><tr><th>指南未定之处</th><th>按此理解</th><th>何时、何人</th><th><span class="visually-hidden">操作</span></th></tr></thead><tbody>${rulings.map(
        (ruling) => {
          const point = guide.openPoints.find(({ id }) => id === ruling.point);
          const option = point?.options.find(({ id }) => id === ruling.choice);
          return html`<tr><td data-label="未定之处">${point?.title ?? ruling.point}</td><td data-label="按此理解">${option?.label ?? ruling.choice}${ruling.note === undefined ? undefined : html`<span class="subtle">${ruling.note}</span>`}</td><td data-label="何时、何人">${ruling.date} ${ruling.by}</td><td>${mayWrite ? removeLink('ruling', ruling.point, point?.title ?? ruling.point) : undefined}</td></tr>`;
        },
      )}</tbody></table></div></div></section>`
    : undefined
}`,
    paths.published,
  );
}

function unitCard({ id, questions, answer, clause, quote, date, by }: OverlayUnit, mayWrite: boolean): Html {
  const [first = '', ...more] = questions;
  return html`<article class="card"><h3>${first}</h3>
${more.length > 0 ? html`<p class="subtle">也这样问：${more.join(' / ')}</p>` : undefined}
${prose(answer)}
${clause === undefined ? undefined : html`<blockquote class="quote"><cite>${clause}</cite>${quote === undefined ? undefined : html`<q>${quote}</q>`}</blockquote>`}
<p class="subtle">咨询台答复，${date}，${by}</p>
${mayWrite ? html`<p class="actions"><a class="button plain small" href="${paths.new}?${new URLSearchParams({ kind: 'unit', replaces: id }).toString()}">修改<span class="visually-hidden">：${first}</span></a> ${removeLink('unit', id, first)}</p>` : undefined}</article>`;
}

function removeLink(of: string, id: string, name: string): Html {
  const query = new URLSearchParams({ kind: 'removal', of, id }).toString();
  return html`<a class="button plain small" href="${paths.new}?${query}">提议撤下<span class="visually-hidden">：${name}</span></a>`;
}
