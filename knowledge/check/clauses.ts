/** Every clause that the folder names exists, holds exactly the text given for it, and holds its quotes. */
import { createHash } from 'node:crypto';
import type { Fault } from '../guideFolder.ts';
import { type CheckedFolder, fault } from './folder.ts';

/** `source.txt` is the text that the guide was made from, byte for byte. */
export function checkSource({ source, files }: CheckedFolder): Fault[] {
  const sum = createHash('sha256').update(source).digest('hex');
  if (sum === files.guide.source.sha256) return [];
  return [fault('source.txt', '', '与 guide.json 记下的 sha256 不符：原文被改动过，或换了版本而没有重新核对')];
}

/** Clauses given whole: 一 to 四, 附4 and 附5. None may be missing, none may differ. */
export function checkWholeClauses({ files, outline }: CheckedFolder): Fault[] {
  const given = [
    ...files.guide.sections.flatMap(({ clauses }, i) =>
      clauses.map(({ clause, text }, k) => ({ clause, text, file: 'guide.json', path: `sections.${i}.clauses.${k}` })),
    ),
    ...files.template.parts.flatMap(({ clauses }, i) =>
      clauses.map(({ clause, text }, k) => {
        return { clause, text: text.join('\n'), file: 'template.json', path: `parts.${i}.clauses.${k}` };
      }),
    ),
    ...files.formChecks.map(({ clause, sentences }, i) => {
      return { clause, text: sentences.join(''), file: 'formChecks.json', path: `${i}` };
    }),
  ];
  const wrong = given.flatMap(({ clause, text, file, path }) => {
    const printed = outline.get(clause);
    if (printed === undefined) return [fault(file, path, '原文没有这一条', clause)];
    return printed === text ? [] : [fault(file, path, `与原文“${clause}”不是逐字相同`, text)];
  });
  const names = new Set(given.map(({ clause }) => clause));
  const lost = [...outline.keys()]
    .filter((clause) => /^[一二三四](（| 第| 首)|^附4 |^附5 [一二三四首]./.test(clause) && !names.has(clause))
    .map((clause) => fault(fileOf(clause), '', '漏了原文的一条', clause));
  return [...wrong, ...lost];
}

function fileOf(clause: string): string {
  if (clause.startsWith('附4')) return 'template.json';
  return clause.startsWith('附5') ? 'formChecks.json' : 'guide.json';
}

/** Quotes with a clause: the clause exists and holds the quote. */
export function checkQuotedClauses({ files, outline }: CheckedFolder): Fault[] {
  const { types, funding, duration, priorities, parameters } = files.guide;
  const { warnings } = files.template;
  const quotes = [
    ...types.map((each, i) => at('guide.json', `types.${i}`, each)),
    ...Object.entries(funding).map(([key, each]) => at('guide.json', `funding.${key}`, each)),
    at('guide.json', 'duration', duration),
    ...priorities.map((each, i) => at('guide.json', `priorities.${i}`, each)),
    ...Object.entries(parameters).map(([id, each]) => at('guide.json', `parameters.${id}`, each)),
    ...warnings.flatMap((each, i) => (each.at ? [at('template.json', `warnings.${i}.at`, each.at)] : [])),
    ...warnings.flatMap(({ against }, i) =>
      against.map((each, k) => at('template.json', `warnings.${i}.against.${k}`, each)),
    ),
  ];
  return quotes.flatMap(({ file, path, clause, quote }) => {
    const text = outline.get(clause);
    if (text === undefined) return [fault(file, `${path}.clause`, '原文没有这一条', clause)];
    return text.includes(quote) ? [] : [fault(file, `${path}.quote`, `“${clause}”里没有这句话`, quote)];
  });
}

function at(file: string, path: string, { clause, quote }: { clause: string; quote: string }) {
  return { file, path, clause, quote };
}
