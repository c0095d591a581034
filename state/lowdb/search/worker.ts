/** The worker beside the service that searches transcripts: one question after the other, but what is to be forgotten at once. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { type Answers, answers } from './answers.ts';
import { openDigest } from './digest.ts';
import { packed } from './parcel.ts';

type Asking = { [M in keyof Answers]: { method: M; asked: Parameters<Answers[M]> } }[keyof Answers];
export type Question = Asking | { method: 'forget'; asked: [name: string] };
export type Reply = { id: number; parcel: Uint8Array } | { id: number; failed: Error };

const { dataFolder } = z.object({ dataFolder: z.string() }).parse(workerData);
let digest = openDigest(dataFolder);
let last: Promise<unknown> = Promise.resolve();

function answer(question: Asking): Promise<readonly unknown[]> {
  const from = answers(dataFolder, digest);
  switch (question.method) {
    case 'search':
      return from.search(...question.asked);
    case 'list':
      return from.list(...question.asked);
    case 'conversations':
      return from.conversations(...question.asked);
    case 'lines':
      return from.lines(...question.asked);
    case 'hits':
      return from.hits(...question.asked);
    case 'folders':
      return from.folders(...question.asked);
    case 'folder':
      return from.folder(...question.asked);
    case 'summaries':
      return from.summaries(...question.asked);
  }
}

/** What is wrong with the digest is healed by reading it anew. */
async function twice<T>(ask: () => T | Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch {
    digest = openDigest(dataFolder);
    return ask();
  }
}

async function answered(question: Question): Promise<readonly unknown[]> {
  if (question.method === 'forget') {
    const [name] = question.asked;
    await twice(() => digest.forget(name));
    return [];
  }
  const turn = last.then(() => twice(() => answer(question)));
  last = turn.catch(() => {});
  return turn;
}

async function take({ id, question }: { id: number; question: Question }): Promise<void> {
  const tell = (reply: Reply, given: ArrayBuffer[]): void => parentPort?.postMessage(reply, given);
  try {
    const parcel = packed(await answered(question));
    tell({ id, parcel }, [parcel.buffer]);
  } catch (error) {
    tell({ id, failed: error instanceof Error ? error : new Error(String(error)) }, []);
  }
}

parentPort?.on('message', (message: { id: number; question: Question }) => void take(message));
