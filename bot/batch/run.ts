/** Runs a table through a thread of its own: bounded in memory and time, told how far it is, ended when nobody wants it. */
import { Worker } from 'node:worker_threads';
import type { Overlay } from '../../knowledge/overlay.ts';
import { SpreadsheetError } from '../spreadsheet/read.ts';

export interface BatchDone {
  /** The Excel file. */
  bytes: Uint8Array;
  rows: number;
  /** How many rows have which status or verdict. */
  counts: [string, number][];
  /** Questions to which a person has written another answer. */
  edited: { question: string; answer: string }[];
  /** Heads of columns that were left out. */
  strange: string[];
}

export type BatchMessage = { progress: { done: number; of: number } } | { done: BatchDone } | { refused: string };

interface Batch {
  kind: 'questions' | 'applicants';
  /** The file that was uploaded. */
  bytes: Uint8Array;
  guideId: string;
  overlay: Overlay | null;
  /** ISO date. */
  today: string;
}

/** Milliseconds: 5,000 questions take half a minute on a slow core. */
const longest = 5 * 60_000;
/** Milliseconds until the first row: 5,000 rows are read in a few seconds; what takes longer was made to. */
const longestReading = 20_000;

/** @throws SpreadsheetError with words for people when the file is not taken, or is too much */
export function runBatch(
  batch: Batch,
  report: (progress: { done: number; of: number }) => void,
  signal: AbortSignal,
  reading = longestReading,
): Promise<BatchDone> {
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: batch,
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  });
  return new Promise<BatchDone>((resolve, reject) => {
    const end = (): void => reject(new SpreadsheetError('已停止。'));
    const tooLong = (): void => reject(new SpreadsheetError('这个文件处理得太久，已停止。请分成几个小的再上传。'));
    const whole = setTimeout(tooLong, longest).unref();
    const first = setTimeout(tooLong, reading).unref();
    worker.once('message', () => clearTimeout(first));
    worker.once('exit', () => [first, whole].forEach(clearTimeout));
    signal.addEventListener('abort', end, { once: true });
    worker.on('message', (message: BatchMessage) => {
      if ('progress' in message) report(message.progress);
      else if ('done' in message) resolve(message.done);
      else reject(new SpreadsheetError(message.refused));
    });
    worker.on('error', (cause: Error & { code?: string }) => {
      const full = cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(full ? new SpreadsheetError('这个文件太大，没有处理。', cause) : cause);
    });
    worker.on('exit', () => reject(new Error('the batch ended without a result')));
  }).finally(() => worker.terminate());
}
