/** Times as staff read them: the day and the minute, in the zone of the service. */
import { type Html, html } from '../html.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('zh-CN', {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
    hour12: false,
  });
  formats.set(timeZone, made);
  return made;
}

/** 2023年5月8日 10:00; what is no time is shown as it is. */
export function shownTime(time: string, timeZone: string): Html {
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) return html`${time}`;
  return html`<time datetime="${at.toISOString()}">${formatOf(timeZone).format(at)}</time>`;
}
