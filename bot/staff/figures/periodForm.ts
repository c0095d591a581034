/** The form above the figures: offered periods as tabs, and days, channel and guide of one's own. A plain GET form: its address is the filter. */
import type { Guide } from '../../../knowledge/guide.ts';
import type { SummaryFilter } from '../../../state/summary.ts';
import { type Html, html } from '../../html.ts';
import { dayAfter, dayBegunAt, dayOf } from '../transcripts/days.ts';
import { queryOf } from '../transcripts/filter.ts';
import { visible } from '../transcripts/marked.ts';
import { knownChannels, type Names } from '../transcripts/names.ts';
import { figuresOfPath, figuresPath, lastDays, periods } from './period.ts';

export interface PeriodFormOptions {
  filter: SummaryFilter;
  guide: Guide;
  names: Names;
  now: Date;
  timeZone: string;
}

export function periodForm({ filter, guide, names, now, timeZone }: PeriodFormOptions): Html {
  const { since, until, channel, guide: chosenGuide } = filter;
  const here = queryOf(filter, timeZone);
  const tabs = [...periods]
    .sort((one, other) => (one.days ?? Number.MAX_VALUE) - (other.days ?? Number.MAX_VALUE))
    .map(({ days, label }) => {
      const to = lastDays(filter, days, { now, timeZone });
      const current = queryOf(to, timeZone) === here;
      return html`<a href="${figuresOfPath(to, timeZone)}"${current ? html` aria-current="page"` : undefined}>${label}</a>`;
    });
  const lastDay =
    until && (dayBegunAt(until, timeZone) ? dayAfter(dayOf(until, timeZone), -1) : dayOf(until, timeZone));
  return html`<nav class="tabs" aria-label="时间">${tabs}</nav>
<form class="filters figures" method="get" action="${figuresPath}" aria-label="筛选">
<div class="field"><label for="f-since">从</label><input type="date" id="f-since" name="since" value="${since && dayOf(since, timeZone)}"></div>
<div class="field"><label for="f-until">到</label><input type="date" id="f-until" name="until" value="${lastDay}"></div>
${choice(
  'channel',
  '渠道',
  withChosen(
    channel,
    knownChannels.map((id) => [id, names.channel(id)]),
  ),
  channel,
)}
${choice('guide', '指南', withChosen(chosenGuide, [[guide.id, guide.title]]), chosenGuide)}
<div class="actions"><button>查看</button></div>
</form>`;
}

type Option = readonly [value: string, label: string];

/** An address may hold a value that no list has: it stays chosen. */
const withChosen = (value: string | undefined, options: readonly Option[]): readonly Option[] =>
  value === undefined || options.some(([known]) => known === value) ? options : [...options, [value, visible(value)]];

const choice = (name: string, label: string, options: readonly Option[], value: string | undefined): Html =>
  html`<div class="field"><label for="f-${name}">${label}</label><select id="f-${name}" name="${name}"><option value="">全部</option>${options.map(
    ([each, words]) => html`<option value="${each}"${each === value ? html` selected` : undefined}>${words}</option>`,
  )}</select></div>`;
