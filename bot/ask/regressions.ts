/** What was published as a question set: each of its questions must get its answer. The embedded home keeps set and overlay as files, so that they can be read beside a running service. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Guide } from '../../knowledge/guide.ts';
import { type Overlay, overlaid } from '../../knowledge/overlay.ts';
import { storedOverlay } from '../overlayForms.ts';
import type { SetItem } from './questionSet.ts';

const files = { set: 'regressions.json', overlay: 'overlay.json' };

/** The questions of all published answers, and of all rulings. */
export function regressionSet(guide: Guide, overlay: Overlay): SetItem[] {
  const ruled = overlaid(guide, overlay).laid?.ruled ?? [];
  return [
    ...overlay.units.flatMap(({ id, questions, answer }) => items(id, questions, answer)),
    ...ruled.flatMap(({ point, option }) => items(point.id, point.ask, option.says)),
  ];
}

function items(id: string, questions: readonly string[], answer: string): SetItem[] {
  return questions.map((question, at) => ({
    id: `${id}#${at + 1}`,
    question,
    kind: 'published',
    difficulty: 'published',
    mustInclude: [['咨询台答复'], [answer]],
  }));
}

/** Writes both files into the data folder, each whole. */
export async function keepRegressions(folder: string, guide: Guide, overlay: Overlay): Promise<void> {
  await replace(join(folder, files.overlay), overlay);
  await replace(join(folder, files.set), regressionSet(guide, overlay));
}

async function replace(path: string, value: unknown): Promise<void> {
  await writeFile(`${path}.new`, `${JSON.stringify(value, undefined, 1)}\n`);
  await rename(`${path}.new`, path);
}

/** The overlay that was last published into this folder; null when none was. Throws when the file cannot be understood. */
export async function keptOverlay(folder: string): Promise<Overlay | null> {
  const content = await readFile(join(folder, files.overlay), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return content === undefined ? null : storedOverlay.parse(JSON.parse(content));
}
