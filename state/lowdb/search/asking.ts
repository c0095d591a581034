/** The service's side of the worker: started at the first question, again after it died, and no reason for a process to stay. */
import { Worker } from 'node:worker_threads';
import type { Answers } from './answers.ts';
import { unpacked } from './parcel.ts';
import type { Question, Reply } from './worker.ts';

/** What is asked, and what comes of it. */
export type Asked = Answers & { forget(name: string): Promise<never[]> };

export interface SearchWorker {
  runs(): boolean;
  ask<M extends keyof Asked>(method: M, ...asked: Parameters<Asked[M]>): Promise<Awaited<ReturnType<Asked[M]>>>;
  close(): Promise<void>;
}

/** The worker ended with a question open. */
class Ended extends Error {}

interface Waiting {
  done(parcel: Uint8Array): void;
  failed(error: Error): void;
}

export function searchWorker(dataFolder: string): SearchWorker {
  const waiting = new Map<number, Waiting>();
  let running: Worker | undefined;
  let closed = false;
  let lastId = 0;

  function start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { dataFolder }, execArgv: [] });
    worker.on('message', (reply: Reply) => {
      const { id } = reply;
      const asker = waiting.get(id);
      waiting.delete(id);
      if (waiting.size === 0) worker.unref();
      if ('failed' in reply) asker?.failed(reply.failed);
      else asker?.done(reply.parcel);
    });
    worker.on('error', (error) => ended(worker, error));
    worker.on('exit', () => ended(worker, undefined));
    return worker;
  }

  function ended(worker: Worker, cause: unknown): void {
    if (running !== worker) return;
    running = undefined;
    const open = [...waiting.values()];
    waiting.clear();
    for (const asker of open) asker.failed(new Ended('查找对话记录的线程中止了', { cause }));
  }

  function once(question: Question): Promise<Uint8Array> {
    if (closed) return Promise.reject(new Ended('已经关闭，不再查找对话记录'));
    const worker = running ?? start();
    running = worker;
    lastId += 1;
    const id = lastId;
    return new Promise((done, failed) => {
      waiting.set(id, { done, failed });
      worker.ref();
      worker.postMessage({ id, question });
    });
  }

  return {
    runs: () => running !== undefined,
    ask<M extends keyof Asked>(method: M, ...asked: Parameters<Asked[M]>) {
      // Which arguments belong to which method, the declaration of `ask` sees to; the worker answers by the same one.
      const question = { method, asked } as Question;
      const again = (error: unknown): Promise<Uint8Array> => {
        if (error instanceof Ended && !closed) return once(question);
        throw error;
      };
      return once(question).catch(again).then(unpacked) as Promise<Awaited<ReturnType<Asked[M]>>>;
    },
    async close() {
      closed = true;
      await running?.terminate();
    },
  };
}
