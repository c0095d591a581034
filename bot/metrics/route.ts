/**
 * `GET /metrics` for Prometheus. With `METRICS_KEY` it wants that key; without one it is there for this very machine only, on a service that
 * nobody else can reach, and otherwise does not exist.
 */

import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Request, Response, Server } from 'restify';
import { keyHolder } from '../api/keys.ts';
import { isLoopback } from '../loopback.ts';
import { Problem } from '../problem.ts';
import type { Metrics } from './metrics.ts';

export interface MetricsRoute {
  metrics: Metrics;
  /** `METRICS_KEY`. */
  key: string | undefined;
  /** Whether routes without keys may be open to this machine. */
  loopbackOpen: boolean;
}

let ofProcess: Registry | undefined;

/** Memory, processor time, the event loop's lag, collections: of the process, however many services run in it. */
function processMetrics(): Registry {
  if (ofProcess) return ofProcess;
  ofProcess = new Registry();
  collectDefaultMetrics({ register: ofProcess });
  return ofProcess;
}

export function metricsRoute(server: Server, { metrics, key, loopbackOpen }: MetricsRoute): void {
  const keys = new Map(key === undefined ? [] : [['metrics', key]]);
  const process = processMetrics();
  server.get('/metrics', async (req: Request, res: Response) => {
    if (key === undefined && !(loopbackOpen && isLoopback(req))) throw new Problem(404, '没有这个地址');
    if (key !== undefined && keyHolder(req, keys) === undefined)
      throw new Problem(401, '需要监控密钥', '请在请求头中写 Authorization: Bearer 密钥');
    const all = Registry.merge([process, metrics.registry]);
    const text = await all.metrics();
    res.setHeader('Content-Type', all.contentType);
    res.setHeader('Content-Length', Buffer.byteLength(text));
    res.sendRaw(200, text);
  });
}
