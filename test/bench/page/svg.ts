/** Charts as SVG files of their own, light and dark. */
import { type Html, html } from '../../../bot/html.ts';
import type { Bars, Chart, Lines } from '../told.ts';

const width = 640;
const style = `text{font:14px system-ui,Noto Sans CJK SC,sans-serif;fill:#1f2328}.soft{fill:#59636e;font-size:12px}.bar,.dot{fill:#0f6cbd}.line{fill:none;stroke:#0f6cbd;stroke-width:2}.s1 .line{stroke:#b45309}.s1 .dot,.s1 .name{fill:#b45309}.s0 .name{fill:#0f6cbd}.grid{stroke:#d1d9e0}@media(prefers-color-scheme:dark){text{fill:#e6edf3}.soft{fill:#9198a1}.bar,.dot{fill:#62abf5}.line{stroke:#62abf5}.s0 .name{fill:#62abf5}.s1 .line{stroke:#f0a04b}.s1 .dot,.s1 .name{fill:#f0a04b}.grid{stroke:#3d444d}}`;

export const svgOf = (chart: Chart): string => (chart.kind === 'bars' ? barsOf(chart) : linesOf(chart));

const framed = (height: number, title: string, content: Html | readonly Html[]): string =>
  `${html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img"><title>${title}</title><style>${style}</style><text x="0" y="18" font-weight="600">${title}</text>${content}</svg>`}\n`;

function barsOf({ title, unit, bars }: Bars): string {
  const top = Math.max(...bars.map(({ value }) => value), 1e-9);
  const drawn = bars.map(({ label, value }, at) => {
    const y = 34 + at * 44;
    return html`<text x="0" y="${y + 12}">${label}</text><text x="${width}" y="${y + 12}" text-anchor="end">${value} ${unit}</text><rect class="bar" x="0" y="${y + 19}" width="${round((width * value) / top)}" height="10" rx="4"/>`;
  });
  return framed(34 + bars.length * 44, title, drawn);
}

const plot = { left: 56, right: width - 110, top: 40, bottom: 210 };

function linesOf({ title, unit, across, series }: Lines): string {
  const points = series.flatMap((each) => each.points);
  const [most, widest] = [Math.max(...points.map(([, y]) => y)), Math.max(...points.map(([x]) => x))];
  const top = most * 1.15;
  const place = ([x, y]: readonly [number, number]): [number, number] => [
    round(plot.left + (x / widest) * (plot.right - plot.left)),
    round(plot.bottom - (y / top) * (plot.bottom - plot.top)),
  ];
  const grid = [0, 0.5, 1].map((share) => {
    const y = round(plot.bottom - share * (plot.bottom - plot.top));
    return html`<line class="grid" x1="${plot.left}" x2="${plot.right}" y1="${y}" y2="${y}"/><text class="soft" x="${plot.left - 6}" y="${y + 4}" text-anchor="end">${round(share * top)}</text>`;
  });
  const drawn = series.map(({ label, points: own }, at) => {
    const places = own.map(place);
    const [x, y] = places.at(-1) ?? [plot.left, plot.bottom];
    const dots =
      places.length <= 10 ? places.map(([cx, cy]) => html`<circle class="dot" cx="${cx}" cy="${cy}" r="4"/>`) : [];
    return html`<g class="s${at}"><polyline class="line" points="${places.map((each) => each.join(',')).join(' ')}"/>${dots}<text class="name" x="${x + 8}" y="${y + 4 + nudge(at)}">${label}</text></g>`;
  });
  const axis = html`<text class="soft" x="0" y="${plot.top - 6}">${unit}</text><text class="soft" x="${plot.left}" y="${plot.bottom + 18}">0</text><text class="soft" x="${plot.right}" y="${plot.bottom + 18}" text-anchor="end">${widest.toLocaleString('en-US')} ${across}</text>`;
  return framed(plot.bottom + 26, title, html`${grid}${drawn}${axis}`);
}

/** Names of lines that end at the same place stand apart. */
const nudge = (at: number): number => (at === 0 ? -7 : 9);

const round = (value: number): number => Math.round(value * 10) / 10;
