/** The whole call, printed again from the records: no line of `source.txt` is left out, and none comes in another order. */
import type { Fault } from '../guideFolder.ts';
import type { GuideFiles } from '../guideSchema.ts';
import { type CheckedFolder, fault } from './folder.ts';
import { linesOf } from './outline.ts';
import { agreementLine } from './tables.ts';

interface Line {
  file: string;
  path: string;
  text: string;
}

export function checkWholeText({ files, words }: CheckedFolder): Fault[] {
  const source = linesOf(words);
  const lines = print(files);
  const at = source.findIndex((line, index) => lines[index]?.text !== line);
  const [line, printed] = [lines[at], source[at]];
  if (at >= 0 && line && printed !== undefined)
    return [fault(line.file, line.path, `按记录印出“${line.text.slice(0, 20)}”，原文这里却是`, printed)];
  if (at >= 0) return [fault('source.txt', '', '没有任何记录写到这一行', printed)];
  const extra = lines[source.length];
  return extra ? [fault(extra.file, extra.path, '原文到这里已经完了', extra.text)] : [];
}

function print(files: GuideFiles): Line[] {
  const { guide } = files;
  const top = (id: string): Line[] => {
    const at = guide.appendices.findIndex((each) => each.id === id);
    const { title, note, columns } = guide.appendices[at] ?? { title: '' };
    return [id, title, ...(note ? [note] : []), ...(columns ?? [])].map((text) =>
      line('guide', `appendices.${at}`, text),
    );
  };
  const closing = guide.appendices.findIndex((each) => each.closing);
  return [
    ...(guide.label === undefined ? [] : [line('guide', 'label', guide.label)]),
    line('guide', 'title', guide.title),
    ...guide.sections.flatMap(({ heading, clauses }, i) => [
      line('guide', `sections.${i}.heading`, heading),
      ...clauses.map(({ clause, text }, k) => line('guide', `sections.${i}.clauses.${k}`, itemOf(clause) + text)),
    ]),
    ...printDirections(files),
    ...top('附1'),
    ...files.agreements.flatMap((each, i) => [
      ...(files.agreements[i - 1]?.section === each.section ? [] : [line('agreements', `${i}.section`, each.section)]),
      line('agreements', String(i), agreementLine(each)),
    ]),
    ...top('附2'),
    ...files.sisterCities.flatMap(({ no, jiangxiSide, declared, foreignPlace, country }, i) =>
      [String(no), ...(declared ? [jiangxiSide, declared] : []), foreignPlace, country].map((text) =>
        line('sisterCities', String(i), text),
      ),
    ),
    line('guide', `appendices.${closing}.closing`, guide.appendices[closing]?.closing ?? ''),
    ...top('附3'),
    ...files.bases.flatMap(({ no, name, type, host }, i) =>
      [String(no), name, type, host].map((text) => line('bases', String(i), text)),
    ),
    ...top('附4'),
    ...printTemplate(files),
    ...top('附5'),
    ...printFormChecks(files),
  ];
}

function printDirections({ guide, directions }: GuideFiles): Line[] {
  const headings = new Map(guide.types.map(({ id, heading, name }) => [id, `${heading}${name}`]));
  return directions.flatMap((each, i) => {
    const own = (text: string): Line => line('directions', String(i), text);
    const begins = directions[i - 1]?.categoryId !== each.categoryId;
    return [
      ...(begins ? [own(headings.get(each.categoryId) ?? '')] : []),
      own(`选题方向${each.numeral}：${each.title}`),
      own(`研究内容：${each.content}`),
      own(`考核指标：${each.indicatorText}`),
      ...(each.quotaQuote.startsWith('立项数') ? [own(each.quotaQuote)] : []),
    ];
  });
}

function printTemplate({ template }: GuideFiles): Line[] {
  return [
    line('template', 'title', template.title),
    ...template.parts.flatMap(({ heading, clauses }, i) => [
      ...(heading ? [line('template', `parts.${i}.heading`, heading)] : []),
      ...clauses.flatMap((each, k) =>
        [each.heading, ...each.text].map((text) => line('template', `parts.${i}.clauses.${k}`, text)),
      ),
    ]),
  ];
}

function printFormChecks({ formChecks }: GuideFiles): Line[] {
  return formChecks.flatMap(({ clause, section, sentences }, i) => [
    ...(section && formChecks[i - 1]?.section !== section ? [line('formChecks', `${i}.section`, section)] : []),
    line('formChecks', String(i), itemOf(clause) + sentences.join('')),
  ]);
}

/** `附5 二（一）` is printed as （一）; a paragraph without a number as it is. */
function itemOf(clause: string): string {
  return /（.+）$/.exec(clause)?.[0] ?? '';
}

function line(file: string, path: string, text: string): Line {
  return { file: `${file}.json`, path, text };
}
