/** What every page of the room has in common: its title, and the way between its pages. */
import { type Html, html } from '../../html.ts';
import type { Page } from '../route.ts';
import { paths } from './paths.ts';

const places = [
  [paths.published, '已发布'],
  [paths.proposals, '提议'],
  [paths.rulings, '未定之处'],
  [paths.history, '版本'],
] as const;

/** @param at which of the room's pages it is; none for those below them */
export function roomPage(title: string, body: Html, at?: string): Page {
  return { title, at: paths.published, body: html`${tabs(at)}${body}`, wide: true };
}

const tabs = (at: string | undefined): Html =>
  html`<nav class="tabs" aria-label="知识">${places.map(
    ([path, label]) => html`<a href="${path}"${path === at ? html` aria-current="page"` : undefined}>${label}</a>`,
  )}</nav>`;

/** Sentences on what is wrong. */
export function problemsNotice(
  problems: readonly string[],
  look: 'attention' | 'warning' = 'attention',
): Html | undefined {
  if (problems.length === 0) return undefined;
  if (problems.length === 1) return html`<p class="notice ${look}" role="alert">${problems[0]}</p>`;
  return html`<div class="notice ${look}" role="alert"><ul class="listed">${problems.map((each) => html`<li>${each}</li>`)}</ul></div>`;
}

/** Text of people with its line breaks. */
export const prose = (text: string): Html => html`<p class="prose">${text}</p>`;
