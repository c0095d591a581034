/** Small pieces that the pages of the help desk share. */
import { type Html, html } from '../../html.ts';
import type { OfficeHours } from '../../officeHours.ts';
import { csrfField } from '../csrf.ts';
import type { StaffRequest } from '../route.ts';
import { minuteOf } from '../transcripts/days.ts';
import { visible } from '../transcripts/marked.ts';
import type { Names } from '../transcripts/names.ts';
import { sinceText, spanText, type Tone } from './words.ts';

/** What every page of the help desk is made with. */
export interface Looking {
  request: Pick<StaffRequest, 'member'>;
  names: Names;
  now: Date;
  timeZone: string;
  /** Absent where none are set. */
  hours?: OfficeHours;
  /** A new id for a form. */
  newId(): string;
}

export const listPath = '/staff/queue';
export const itemPath = (item: string): string => `${listPath}/${encodeURIComponent(item)}`;

export const chip = (text: string, tone: Tone | 'pending' | 'taken' | 'answered' | 'closed' | 'accent'): Html =>
  html`<span class="chip${tone === 'plain' ? '' : ` ${tone}`}">${text}</span>`;

/** A form of one button. */
export function deedForm(
  { request, newId }: Pick<Looking, 'request' | 'newId'>,
  { item, deed, label, look }: { item: string; deed: 'take' | 'release' | 'close'; label: string; look: string },
): Html {
  return html`<form method="post" action="${itemPath(item)}/${deed}">${csrfField(request)}<input type="hidden" name="form" value="${newId()}"><button class="${look}" id="${deed}-${item}">${label}</button></form>`;
}

/** A moment, and the same for programs. */
export const moment = (at: string, timeZone: string): Html =>
  html`<time datetime="${at}">${minuteOf(at, timeZone).slice(5)}</time>`;

/** Words of others: nothing hidden in them. */
export const theirs = (text: string): string => visible(text);

export const mayAct = ({ role }: StaffRequest['member']): boolean => role !== 'reader';

/** 「非上班时间提出」, where it is known and so. */
export const outOfHours = (at: string, { hours }: Looking): Html | undefined =>
  hours?.isOpen(new Date(at)) === false ? chip('非上班时间提出', 'plain') : undefined;

/** How long it has waited, and how much of that was office hours where it is less. */
export function waitText(askedAt: string, { hours, now }: Looking): Html {
  const from = new Date(askedAt);
  const open = hours?.isOpen(from) === undefined ? undefined : hours.between(from, now);
  const less = open !== undefined && now.getTime() - from.getTime() - open > 10 * 60_000;
  return html`<b>${sinceText(askedAt, now)}</b>${less ? html` <small>（上班时间 ${spanText(open)}）</small>` : undefined}`;
}
