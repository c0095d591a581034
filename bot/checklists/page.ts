/** A checklist as one HTML page that needs nothing else: no script, no other file; the phone's screen and A4 paper. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Language, say } from '../../knowledge/language.ts';
import { dateIn, quoteIn } from '../../knowledge/spoken.ts';
import { basisLine, sections, withClause } from '../../knowledge/verdictText.ts';
import { type Section, verdictWords } from '../../knowledge/verdictWords.ts';
import type { Checklist } from '../../state/checklists.ts';
import { Html, html } from '../html.ts';

const style = ['../page/colours.css', 'page.css']
  .map((path) => readFileSync(new URL(path, import.meta.url), 'utf8'))
  .join('\n');

/** Nothing may be loaded or run but the page's own style, known by its hash. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface PageOptions {
  /** Where the Word file is, as seen from the page. */
  word: string;
  /** ISO day on which the page ends. */
  keptUntil: string;
}

/** The page; every text is escaped. */
export function checklistPage(checklist: Checklist, { word, keptUntil }: PageOptions): string {
  const { language, verdict, headline, subtitle, facts, rows, met, caveat } = checklist;
  const words = verdictWords(language);
  const own = words.checklist;
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="data:,">
<title>${say(words.titled, { title: own.title, headline })}</title>
<style>${new Html(style)}</style>
</head>
<body>
<main>
<header class="${verdict}">
<p class="kind">${own.title}</p>
<h1>${headline}</h1>
${subtitle ? html`<p class="who">${subtitle}</p>` : undefined}
</header>
<dl>${facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
<p class="tools"><a href="${word}" download>${own.word}</a><span class="hint">${own.hint}</span></p>
${sections.map((section) =>
  rowSection(
    section,
    rows.filter((row) => row.section === section),
    language,
  ),
)}
${lines(words.better, checklist.better)}
${lines(words.priorities, checklist.priorities)}
${lines(words.advice, checklist.advice)}
${lines(words.cautions, checklist.cautions)}
${lines(
  say(words.metCount, { n: met.length }),
  met.map(({ title, clause }) => withClause(title, clause, language)),
  'met',
)}
<footer>
<p>${caveat}</p>
<p class="until">${say(own.keptUntil, { day: dateIn(keptUntil, language) })}</p>
</footer>
</main>
</body>
</html>
`.toString();
}

function rowSection(section: Section, rows: Checklist['rows'], language: Language): Html | undefined {
  if (rows.length === 0) return undefined;
  const words = verdictWords(language);
  return html`<section class="${section}">
<h2>${words.sections[section]} <small>${say(words.checklist.rowCount, { n: rows.length })}</small></h2>
<ol>${rows.map((row, at) => rowItem(row, at + 1, language))}</ol>
</section>`;
}

function rowItem(row: Checklist['rows'][number], number: number, language: Language): Html {
  const { title, what, who, todo, clauses, quotes } = row;
  const own = verdictWords(language).checklist;
  return html`<li class="row">
<input type="checkbox" autocomplete="off" aria-label="${say(own.done, { title })}">
<div>
<h3><span class="number">${number}.</span> ${title}</h3>
<p>${what}</p>
${todo ? html`<p class="todo">${who ? html`<b>${say(verdictWords(language).who, { who, todo: '' })}</b>` : undefined}${todo}</p>` : undefined}
<blockquote><cite>${basisLine({ clauses }, language)}</cite>${quotes.map((quote) => quoteHtml(quote, language))}</blockquote>
</div>
</li>`;
}

/** The page's style puts its quotation marks around a `q`. */
function quoteHtml(quote: string, language: Language): Html {
  if (language === 'zh') return html`<q>${quote}</q>`;
  const [, beside = ''] = quoteIn(quote, language).split(`“${quote}”`);
  return html`<q lang="zh-CN">${quote}</q>${beside}`;
}

function lines(title: string, own: readonly string[], kind = 'lines'): Html | undefined {
  if (own.length === 0) return undefined;
  return html`<section class="${kind}">
<h2>${title}</h2>
<ul>${own.map((line) => html`<li class="line">${line}</li>`)}</ul>
</section>`;
}
