/**
 * A guide folder for a new call: what can be read out of its text, what of the newest guide on file still holds, and a report of what
 * a person has to do. Nothing is guessed: what is in doubt is put aside under `pending/`, and `guide:check` finds it there.
 */
import { bothCalls } from './bothCalls.ts';
import type { OldGuide } from './oldGuide.ts';
import type { Pending } from './parameters.ts';
import { type Call, readCall } from './readCall.ts';
import { report } from './report.ts';
import { sourceOf } from './sourceText.ts';
import { type TakenOver, takeOver } from './takeOver.ts';

export { NotAGuide } from './sourceText.ts';

export interface NewGuide {
  /** The texts of the folder's files by their path in it. */
  files: ReadonlyMap<string, string>;
  /** Markdown, in Chinese; also in the folder as `report.md`. */
  report: string;
}

interface From {
  text: string;
  id: string;
  year: number;
  /** What the reading of the file already found, in Chinese. */
  notes?: readonly string[];
}

/** Makes the folder's files. Throws `NotAGuide` with a sentence for people where the text is no guide. */
export function newGuide({ text, id, year, notes = [] }: From, old: OldGuide): NewGuide {
  const call = readCall(sourceOf(text), { id, year }, old);
  const { compared, calls } = bothCalls(call, old);
  const taken = takeOver(call, old, calls);
  const untranslated = `en/：${taken.untranslated} 条译文没有带过来：照 en/ 里的样子补齐，或者删掉 en/ 只用中文。`;
  const written = report({
    call,
    old,
    compared,
    sorted: taken.sorted,
    notes: taken.untranslated > 0 ? [...notes, untranslated] : notes,
  });
  const { cautions: _cautions, template: _template, ...read } = call.files;
  const values: [string, unknown][] = [
    ...Object.entries(read).map(([name, value]): [string, unknown] => [`${name}.json`, value]),
    ...taken.values,
    ...pendingFiles(call, taken),
  ];
  const files = values.map(([file, value]): [string, string] => [file, `${JSON.stringify(value, null, 2)}\n`]);
  return { files: new Map([...files, ['source.txt', call.source], ['report.md', written]]), report: written };
}

/** What was put aside, each with the reason, under the name of the file to which it belongs. */
function pendingFiles({ parameters }: Call, { sorted: all }: TakenOver): [string, Pending[]][] {
  const waiting: [string, Pending[]][] = [
    ['guide.json', parameters.pending],
    ...[...all].map(([file, { pending }]): [string, Pending[]] => [file, pending]),
  ];
  return waiting.filter(([, rows]) => rows.length > 0).map(([file, rows]) => [`pending/${file}`, rows]);
}
