/** What Prometheus reads at `/metrics`, as it reads it. */
import { expect } from 'vitest';

export interface Scraped {
  /** The value of the series as it is written, labels and all; undefined when it is not there. */
  of(series: string): number | undefined;
  /** Every series of this name. */
  named(name: string): string[];
  text: string;
}

const sample = /^([a-zA-Z_:][a-zA-Z0-9_:]*(?:\{(?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\[\\"n])*",?)*\})?) (\S+)$/;

export function readMetrics(text: string): Scraped {
  const values = new Map<string, number>();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('# HELP ') || line.startsWith('# TYPE ')) continue;
    const [, series = '', value = ''] = sample.exec(line) ?? [];
    expect(series, line).not.toBe('');
    expect(values.has(series), line).toBe(false);
    values.set(series, Number(value.replace('+Inf', 'Infinity')));
  }
  return {
    of: (series) => values.get(series),
    named: (name) => [...values.keys()].filter((series) => series.replace(/\{.*/, '') === name),
    text,
  };
}

export async function scraped(url: string, headers: Record<string, string> = {}): Promise<Scraped> {
  const response = await fetch(`${url}/metrics`, { headers });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  return readMetrics(await response.text());
}
