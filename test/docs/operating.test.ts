import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addGauges } from '../../bot/metrics/gauges.ts';
import { createMetrics } from '../../bot/metrics/metrics.ts';
import { today } from '../support/hallTalk.ts';
import { documentText } from './blocks.ts';

const text = documentText('docs/operating.md');

test('every figure is explained with its labels, and none that is not there', async () => {
  const metrics = createMetrics();
  const outbox = async () => ({ pending: 0, dead: 0 });
  addGauges(metrics, { queue: () => ({ length: 0, oldest: 0 }), outbox, desk: async () => [], now: () => today });
  const all = metrics.registry.getMetricsAsArray().map((metric) => {
    const labels = 'labelNames' in metric && Array.isArray(metric.labelNames) ? metric.labelNames.join(',') : '';
    return `\`${metric.name}\`${labels && `{${labels}}`}`;
  });
  const explained = [...text.matchAll(/^\| (`guohe_\w+`(?:\{[\w,]+\})?) \| \S+ \| \S/gm)].map(([, name]) => name);
  expect(explained.toSorted()).toEqual(all.toSorted());
  const named = [...text.matchAll(/`(guohe_\w+)/g)].map(([, name]) => `\`${name}\``);
  const known = all.map((each) => each.replace(/\{.*/, ''));
  expect(named.filter((each) => !known.includes(each) && each !== '`guohe_desk_`')).toEqual([]);
});

test('what the log is said to tell is what the service writes', async () => {
  const folder = join(import.meta.dirname, '../../bot');
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts'));
  const code = (await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))).join('\n');
  const [, rows = ''] = /## 出了什么事，怎么办([\s\S]*?)\n## /.exec(text) ?? [];
  const events = [...rows.matchAll(/^\| ([^|]*) \|/gm)].flatMap(([, seen = '']) =>
    [...seen.matchAll(/`([a-z][a-z ]+ [a-z ]+|出了没有料到的错)`/g)].map(([, event = '']) => event),
  );
  expect(events.length).toBeGreaterThan(7);
  expect(events.filter((event) => !code.includes(`'${event}`))).toEqual([]);
});
