/** Works through a table beside the service, so that nobody who chats waits for it; what a hostile file costs ends with this thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { guidesOnFile } from '../../knowledge/guidesOnFile.ts';
import type { Overlay } from '../../knowledge/overlay.ts';
import { readRows, SpreadsheetError } from '../spreadsheet/read.ts';
import { workbook } from '../spreadsheet/write.ts';
import { decide, headOf, resultSheet, type Surroundings, TableError } from './applicants.ts';
import { type Drafted, draftOf, draftSheet, questionsOf } from './questions.ts';
import type { BatchDone, BatchMessage } from './run.ts';

const given = z
  .object({
    kind: z.enum(['questions', 'applicants']),
    bytes: z.instanceof(Uint8Array),
    guideId: z.string(),
    /** Made by this program, and only handed on. */
    overlay: z.custom<Overlay | null>(),
    today: z.string(),
  })
  .parse(workerData);

const tell = (message: BatchMessage): void => parentPort?.postMessage(message);

/** Rows between two words on how far it is. */
const each = 20;

function goThrough<In, Out>(rows: readonly In[], work: (row: In) => Out): Out[] {
  return rows.map((row, at) => {
    if (at % each === 0) tell({ progress: { done: at, of: rows.length } });
    return work(row);
  });
}

async function questions(rows: string[][], around: Surroundings): Promise<BatchDone> {
  const drafts = goThrough(questionsOf(rows), (row): Drafted => ({ ...row, answer: draftOf(row.question, around) }));
  if (drafts.length === 0) throw new TableError('表里没有问题。');
  const counts = new Map<string, number>();
  for (const { answer } of drafts) counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
  const edited = drafts
    .filter(({ edited: own }) => own !== '')
    .map(({ question, edited: answer }) => ({ question, answer }));
  return { bytes: await workbook([draftSheet(drafts)]), rows: drafts.length, counts: [...counts], edited, strange: [] };
}

async function applicants(rows: string[][], around: Surroundings): Promise<BatchDone> {
  const [first = [], ...rest] = rows;
  const head = headOf(first);
  const filled = rest.filter((row) => row.some((cell) => cell !== ''));
  if (filled.length === 0) throw new TableError('表里只有列名，没有申报人。');
  const decided = goThrough(filled, (row) => ({ row, decided: decide(row, head, around) }));
  const counts = new Map<string, number>();
  for (const { decided: own } of decided) counts.set(own.verdict, (counts.get(own.verdict) ?? 0) + 1);
  return {
    bytes: await workbook([resultSheet(head, decided)]),
    rows: decided.length,
    counts: [...counts],
    edited: [],
    strange: [...head.strange],
  };
}

async function run(): Promise<BatchDone> {
  const { overlay, today } = given;
  const rows = await readRows(given.bytes);
  const around = { guide: guidesOnFile({ named: given.guideId }).guide(given.guideId), overlay, today };
  return given.kind === 'questions' ? questions(rows, around) : applicants(rows, around);
}

try {
  tell({ done: await run() });
} catch (error) {
  if (!(error instanceof SpreadsheetError) && !(error instanceof TableError)) throw error;
  tell({ refused: error.message });
}
