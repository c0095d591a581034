/** 附4 and 附5 of a call: the agreement template part by part, the form checks sentence by sentence. */
import { linesOf, type Outline } from '../check/outline.ts';
import type { GuideFiles } from '../guideSchema.ts';

type Template = GuideFiles['template'];
type FormCheck = GuideFiles['formChecks'][number];

const partHeading = /^(I+)\. |^Signatures$/;

/** The template without its warnings; `unknown` are clauses for which a short Chinese name is to be written. */
export function templateOf(outline: Outline, old: GuideFiles): { template: Template; unknown: string[] } {
  const [, title = '', ...lines] = linesOf(outline.get('附4') ?? '');
  const names = new Map(
    old.template.parts.flatMap(({ clauses }) =>
      clauses.map(({ heading, ours }): [string, string] => [bare(heading), ours.name]),
    ),
  );
  const unknown: string[] = [];
  const parts: Template['parts'] = [];
  let roman = '';
  for (const line of lines) {
    const part = parts.at(-1);
    const named = (clause: string): Template['parts'][number]['clauses'][number] => {
      const name = names.get(bare(line)) ?? '';
      if (name === '') unknown.push(clause);
      return { clause, heading: line, text: [], ours: { name } };
    };
    if (line === 'Signatures') parts.push({ clauses: [named('附4 Signatures')] });
    else if (partHeading.test(line)) {
      roman = /^I+/.exec(line)?.[0] ?? '';
      parts.push({ heading: line, clauses: [] });
    } else if (/^\d\. /.test(line) && part?.heading !== undefined)
      part.clauses.push(named(`附4 ${roman}.${line.slice(0, 1)}`));
    else part?.clauses.at(-1)?.text.push(line);
  }
  return { template: { title, parts, warnings: [] }, unknown };
}

const bare = (heading: string): string => heading.replace(/^\d\. /, '').trim();

export function formChecksOf(outline: Outline): FormCheck[] {
  const headings = new Map(
    linesOf(outline.get('附5') ?? '').flatMap((line): [string, string][] => {
      const numeral = /^([一二三四五六七八九十]+)、/.exec(line)?.[1];
      return numeral === undefined ? [] : [[numeral, line]];
    }),
  );
  return [...outline].flatMap(([clause, text]): FormCheck[] => {
    const [, place] = /^附5 (首段|[一二三四五六七八九十]+(?:（.+）| .+))$/.exec(clause) ?? [];
    if (place === undefined) return [];
    const section = headings.get(/^[一二三四五六七八九十]+/.exec(place)?.[0] ?? '');
    const sentences = text.match(/[^。]+。?/gu) ?? [];
    return [{ clause, ...(place !== '首段' && section !== undefined && { section }), sentences }];
  });
}
