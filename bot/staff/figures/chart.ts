/**
 * Charts as SVG made here: widths in hundredths of whatever room there is, texts in the size of the page, colours by classes. What they show
 * stands in a table beside them, so that they are one picture with a name for those who do not see them.
 */
import { type Html, html } from '../../html.ts';

export interface Bar {
  label: string;
  count: number;
  /** Class of its colour: `c1` … `c5`, or `muted`. */
  tone?: string;
}

interface Titled {
  /** Unique on the page. */
  id: string;
  title: string;
  /** What is to be seen, in a sentence. */
  desc: string;
}

const framed = ({ id, title, desc }: Titled, height: number, content: Html): Html =>
  html`<svg class="chart" role="img" width="100%" height="${height}" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${title}</title><desc id="${id}-d">${desc}</desc>${content}</svg>`;

const rowHeight = 44;
/** Characters of a label; the table has the whole. */
const longest = 17;

/** One bar a row, with its name and its number above it. */
export function bars(rows: readonly Bar[], titled: Titled): Html {
  const top = Math.max(1, ...rows.map(({ count }) => count));
  const drawn = rows.map(
    ({ label, count, tone = 'c1' }, at) =>
      html`<text x="0" y="${at * rowHeight + 15}">${cut(label)}</text><text class="count" x="100%" y="${at * rowHeight + 15}" text-anchor="end">${count.toLocaleString('en-US')}</text><rect class="track" x="0" y="${at * rowHeight + 24}" width="100%" height="8" rx="4"/><rect class="bar ${tone}" x="0" y="${at * rowHeight + 24}" width="${share(count, top)}" height="8" rx="4"/>`,
  );
  return framed(titled, rows.length * rowHeight - 6, html`${drawn}`);
}

const cut = (label: string): string => {
  const letters = [...label];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : label;
};

/** A count that is not nothing is seen. */
const share = (count: number, top: number): string =>
  count === 0 ? '0' : `${Math.max(1, round((100 * count) / top))}%`;

const round = (value: number): number => Math.round(value * 100) / 100;

/** Hundredths of the room that a column takes at most, where there are few. */
const widest = 8;
const plot = { top: 22, bottom: 150, labels: 170 };

/** One column a bucket of time, the first and the last named; `ticks`: what is written under the axis, from left to right. */
export function columns(rows: readonly Bar[], ticks: readonly string[], titled: Titled): Html {
  const top = niceTop(Math.max(1, ...rows.map(({ count }) => count)));
  const wide = 100 / Math.max(1, rows.length);
  const tall = plot.bottom - plot.top;
  const drawn = rows.map(({ label, count, tone = 'c1' }, at) => {
    const height = count === 0 ? 0 : Math.max(2, round((tall * count) / top));
    const own = Math.min(widest, wide * 0.72);
    return html`<rect class="bar ${tone}" x="${round(wide * (at + 0.5) - own / 2)}%" y="${plot.bottom - height}" width="${round(own)}%" height="${height}" rx="2"><title>${label}：${count}</title></rect>`;
  });
  const lines = [plot.top, (plot.top + plot.bottom) / 2, plot.bottom].map(
    (y) => html`<line class="grid" x1="0" x2="100%" y1="${y}" y2="${y}"/>`,
  );
  const names = ticks.map((tick, at) => {
    const place = ticks.length === 1 ? 0 : at / (ticks.length - 1);
    const anchor = place === 0 ? 'start' : place === 1 ? 'end' : 'middle';
    return html`<text class="tick" x="${round(place * 100)}%" y="${plot.labels}" text-anchor="${anchor}">${tick}</text>`;
  });
  return framed(
    titled,
    plot.labels + 6,
    html`${lines}<text class="tick" x="0" y="${plot.top - 7}">${top.toLocaleString('en-US')} 段</text>${drawn}${names}`,
  );
}

/** 1, 2, 4, 5, 10, 20 … : halves are whole numbers too, but for 1 and 5. */
function niceTop(most: number): number {
  const scale = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 4, 6, 8, 10].map((step) => step * scale).find((step) => step >= most) ?? most;
}

/** A bar alone, for a cell of a table that says the number too. */
export const miniBar = (count: number, top: number): Html =>
  html`<svg class="chart mini" aria-hidden="true" focusable="false" width="100%" height="8"><rect class="track" width="100%" height="8" rx="4"/><rect class="bar c1" width="${share(count, Math.max(1, top))}" height="8" rx="4"/></svg>`;
