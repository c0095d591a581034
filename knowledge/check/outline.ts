/**
 * The call's own outline: each clause name (`一 第1段`, `三（三）`, `附5 二（一）`, `五 选题方向四（考核指标）`, `附4 II.3`,
 * `附2`) with the text that stands under it. It is read from `source.txt` alone, so that a quote can be proved to
 * stand in the clause that it is said to stand in.
 */
export type Outline = ReadonlyMap<string, string>;

/** What a word processor left in the text; shown to nobody and in no quote. */
const residue = '[bookmark: _GoBack]';

/** The call's text as people read it. */
export function wordsOf(source: string): string {
  return source.replaceAll(residue, '');
}

/** The lines that say something, without the spaces around them. */
export function linesOf(words: string): string[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

const sectionHeading = /^([一二三四五六七八九十]+)、/;
const numbered = /^（[一二三四五六七八九十]+）/;

export function outlineOf(words: string): Outline {
  const lines = linesOf(words);
  const starts = lines.flatMap((line, at) => (/^附[1-9]$/.test(line) ? [at] : []));
  const outline = new Map<string, string>();
  const main = lines.slice(0, starts[0]);
  readSections(main, '', outline);
  readDirections(main, outline);
  starts.forEach((start, index) => {
    const name = lines[start] ?? '';
    const body = lines.slice(start + 1, starts[index + 1]);
    outline.set(name, body.join('\n'));
    if (body.some((line) => /^I\. /.test(line))) readTemplate(body, name, outline);
    else readSections(body.slice(1), `${name} `, outline);
  });
  return outline;
}

/** Sections with `一、` headings: numbered items by their number, other paragraphs by their place. */
function readSections(lines: readonly string[], prefix: string, outline: Map<string, string>): void {
  for (const { heading, body } of split(lines, sectionHeading)) {
    const name = sectionHeading.exec(heading)?.[1] ?? '';
    if (name !== '') outline.set(`${prefix}${name}`, body.join('\n'));
    else if (prefix === '') continue;
    if (body.some((line) => line.startsWith('选题方向'))) continue;
    const hasItems = body.some((line) => numbered.test(line));
    let paragraph = 0;
    for (const line of body) {
      const item = numbered.exec(line)?.[0];
      paragraph += item ? 0 : 1;
      const place = hasItems || name === '' ? '首段' : `第${paragraph}段`;
      const clause = item ? `${prefix}${name}${item}` : `${prefix}${name} ${place}`.replace(/ +/, ' ');
      if (!outline.has(clause)) outline.set(clause, item ? line.slice(item.length) : line);
    }
  }
}

function readDirections(lines: readonly string[], outline: Map<string, string>): void {
  for (const { heading, body } of split(lines, /^选题方向[一二三四五六七八九十]+：/)) {
    const name = `五 ${heading.split('：')[0]}`;
    if (heading === '') continue;
    outline.set(name, heading.slice(heading.indexOf('：') + 1));
    for (const line of body) {
      const [, part, text] = /^(研究内容|考核指标)：(.*)$/.exec(line) ?? [];
      if (part !== undefined && text !== undefined) outline.set(`${name}（${part}）`, text);
      else if (line.startsWith('立项数')) outline.set(`${name}（立项数）`, line);
    }
  }
}

function readTemplate(lines: readonly string[], name: string, outline: Map<string, string>): void {
  for (const part of split(lines, /^(I+)\. |^Signatures$/)) {
    const roman = /^(I+)\. /.exec(part.heading)?.[1];
    if (roman === undefined) {
      if (part.heading !== '') outline.set(`${name} ${part.heading}`, part.body.join('\n'));
      continue;
    }
    for (const { heading, body } of split(part.body, /^\d\. /))
      if (heading !== '') outline.set(`${name} ${roman}.${heading.slice(0, 1)}`, body.join('\n'));
  }
}

/** Cuts lines at each heading; what stands before the first one comes with an empty heading. */
function split(lines: readonly string[], heading: RegExp): { heading: string; body: string[] }[] {
  const parts: { heading: string; body: string[] }[] = [{ heading: '', body: [] }];
  for (const line of lines) {
    if (heading.test(line)) parts.push({ heading: line, body: [] });
    else parts.at(-1)?.body.push(line);
  }
  return parts;
}
