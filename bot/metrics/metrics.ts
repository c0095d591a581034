/**
 * The service's own figures, as Prometheus reads them. Labels come from short lists (channels, states, routes as they are registered):
 * never an id, a name, a path or a word from outside, each of which would be a row for ever.
 */
import { Counter, Histogram, Registry } from 'prom-client';

export interface Metrics {
  registry: Registry;
  /** Name of an open channel, or `other`: stored conversations may name one that is closed now. */
  channel(name: string): string;
  /** From taking a message up to its commit: the turns and their seconds. */
  turns: Histogram<'channel'>;
  accepts: Histogram<'channel'>;
  commits: Histogram<'channel'>;
  /** `dialogs`: the person got an apology; `commit`: it is tried again. */
  failures: Counter<'part'>;
  verdicts: Counter<'verdict' | 'by'>;
  answers: Counter<'status' | 'by'>;
  deliveries: Counter<'channel' | 'state'>;
  storeErrors: Counter<'part'>;
  tokenErrors: Counter<'channel'>;
  requests: Counter<'method' | 'route' | 'status'>;
  /** Requests and messages refused because there were too many of them. */
  limited: Counter<'by'>;
}

export type LimitedBy = 'person' | 'ip' | 'key';

/** Seconds: a turn takes milliseconds, and is bad when people notice. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** @param isOpen whether there is a channel of this name */
export function createMetrics(isOpen: (channel: string) => boolean = () => false): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, ...labelNames: L[]): Counter<L> =>
    new Counter({ name: `guohe_${name}_total`, help, labelNames, registers });
  const seconds = (name: string, help: string): Histogram<'channel'> =>
    new Histogram({ name: `guohe_${name}_seconds`, help, labelNames: ['channel'], buckets, registers });
  const metrics: Metrics = {
    registry,
    channel: (name) => (isOpen(name) ? name : 'other'),
    turns: seconds('turn', 'Seconds from taking a message up to the commit of its answer'),
    accepts: seconds('accept', 'Seconds to keep a message, before it is acknowledged'),
    commits: seconds('commit', 'Seconds to commit what a turn did'),
    failures: counter('turn_failures', 'Turns that failed, by the part that did', 'part'),
    verdicts: counter('verdicts', 'Verdicts told, by kind and by way', 'verdict', 'by'),
    answers: counter('answers', 'Answers to questions about the call, by status and by way', 'status', 'by'),
    deliveries: counter('deliveries', 'Tries to send a reply, by what became of them', 'channel', 'state'),
    storeErrors: counter('store_errors', 'Calls of the store that failed, by part of it', 'part'),
    tokenErrors: counter('token_errors', 'Access tokens or keys of a channel that could not be had', 'channel'),
    requests: counter('http_requests', 'HTTP requests answered, by registered route', 'method', 'route', 'status'),
    limited: counter('limited', 'Requests and messages refused because there were too many', 'by'),
  };
  // A series that is there from the start lets its first rise be seen.
  for (const by of ['person', 'ip', 'key'] satisfies LimitedBy[]) metrics.limited.inc({ by }, 0);
  for (const part of ['dialogs', 'commit']) metrics.failures.inc({ part }, 0);
  return metrics;
}
