/** The whole service on loopback, with a folder of its own, as `bot/index.ts` puts it together. */
import { onTestFinished } from 'vitest';
import { readEnv } from '../../bot/env.ts';
import { createLog } from '../../bot/log.ts';
import { openService } from '../../bot/service.ts';
import type { GuidesOnFile } from '../../knowledge/guidesOnFile.ts';
import { embeddedStore } from '../../state/lowdb/index.ts';
import { today } from './hallTalk.ts';

export interface RealService {
  url: string;
  /** Every line of the log so far. */
  log(): string;
  close(): Promise<void>;
}

/** `env` as in the environment; `PORT` 0, a free one, unless it says otherwise. `guides`: others than those of the project. */
export async function realService(
  folder: string,
  env: Record<string, string> = {},
  guides?: GuidesOnFile,
): Promise<RealService> {
  const read = readEnv({ PORT: '0', DATA_DIR: folder, ...env });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  const options = { env: read.ok, log, store: embeddedStore(folder), now: () => today };
  const service = await openService({ ...options, ...(guides && { guides }) });
  const url = await service.listen();
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= service.close();
    return closed;
  };
  onTestFinished(close);
  return { url, log: () => lines.join(''), close };
}

/** Posts JSON and gives back the status and what came. */
export async function postJson(url: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    text,
    body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {},
  };
}
