/** Fields of a filter, for conversations and for the figures about them: the two days, and one choice of several. */
import type { SummaryFilter } from '../../../state/summary.ts';
import { type Html, html } from '../../html.ts';
import { dayAfter, dayBegunAt, dayOf } from './days.ts';
import { visible } from './marked.ts';

/** 从 and 到; a filter ends at a moment, the field shows the last day before it. */
export function dayFields({ since, until }: SummaryFilter, timeZone: string): Html {
  const lastDay =
    until && (dayBegunAt(until, timeZone) ? dayAfter(dayOf(until, timeZone), -1) : dayOf(until, timeZone));
  return html`<div class="field"><label for="f-since">从</label><input type="date" id="f-since" name="since" value="${since && dayOf(since, timeZone)}"></div>
<div class="field"><label for="f-until">到</label><input type="date" id="f-until" name="until" value="${lastDay}"></div>`;
}

export type Option = readonly [value: string, label: string];

/** An address may hold a value that no list has: it stays chosen. */
export function choiceField(name: string, label: string, options: readonly Option[], value: string | undefined): Html {
  const listed = value === undefined || options.some(([known]) => known === value);
  const all: readonly Option[] = listed ? options : [...options, [value, visible(value)]];
  return html`<div class="field"><label for="f-${name}">${label}</label><select id="f-${name}" name="${name}"><option value="">不限</option>${all.map(
    ([each, words]) => html`<option value="${each}"${each === value ? html` selected` : undefined}>${words}</option>`,
  )}</select></div>`;
}
