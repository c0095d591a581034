/** The form above the figures: offered periods as tabs, and days, channel and guide of one's own. A plain GET form: its address is the filter. */
import type { Guide } from '../../../knowledge/guide.ts';
import type { SummaryFilter } from '../../../state/summary.ts';
import { type Html, html } from '../../html.ts';
import { queryOf } from '../transcripts/filter.ts';
import { choiceField, dayFields } from '../transcripts/filterFields.ts';
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
  const here = queryOf(filter, timeZone);
  const tabs = [...periods]
    .sort((one, other) => (one.days ?? Number.MAX_VALUE) - (other.days ?? Number.MAX_VALUE))
    .map(({ days, label }) => {
      const to = lastDays(filter, days, { now, timeZone });
      const current = queryOf(to, timeZone) === here;
      return html`<a href="${figuresOfPath(to, timeZone)}"${current ? html` aria-current="page"` : undefined}>${label}</a>`;
    });
  return html`<nav class="tabs" aria-label="时间">${tabs}</nav>
<form class="filters figures" method="get" action="${figuresPath}" aria-label="筛选">
${dayFields(filter, timeZone)}
${choiceField(
  'channel',
  '渠道',
  knownChannels.map((id) => [id, names.channel(id)]),
  filter.channel,
)}
${choiceField('guide', '指南', [[guide.id, guide.title]], filter.guide)}
<div class="actions"><button>查看</button></div>
</form>`;
}
