/** Figures that are kept with the project, each section with the day and the machine on which it was measured last. */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const row = z.strictObject({
  what: z.string(),
  value: z.string(),
  goal: z.strictObject({ text: z.string(), met: z.boolean() }).optional(),
});
const titled = { id: z.string().regex(/^[a-z-]+$/), title: z.string(), unit: z.string() };
const bars = z.strictObject({
  kind: z.literal('bars'),
  ...titled,
  bars: z.array(z.strictObject({ label: z.string(), value: z.number() })),
});
const lines = z.strictObject({
  kind: z.literal('lines'),
  ...titled,
  across: z.string(),
  series: z.array(z.strictObject({ label: z.string(), points: z.array(z.tuple([z.number(), z.number()])) })),
});

const keptSection = z.strictObject({
  title: z.string(),
  /** The day, in UTC. */
  day: z.iso.date(),
  machine: z.strictObject({
    node: z.string(),
    processor: z.string(),
    processors: z.number(),
    memoryGb: z.number(),
    system: z.string(),
    /** Mean of the last minute before and after, as the system tells it. */
    load: z.tuple([z.number(), z.number()]),
  }),
  rows: z.array(row),
  charts: z.array(z.discriminatedUnion('kind', [bars, lines])).default([]),
});
const kept = z.record(z.string(), keptSection);

export type KeptSection = z.output<typeof keptSection>;
export type Kept = z.output<typeof kept>;

const file = new URL('../../../docs/performance.json', import.meta.url);

export const readKept = (): Kept => kept.parse(JSON.parse(readFileSync(file, 'utf8')));
export const writeKept = (all: Kept): void => writeFileSync(file, `${JSON.stringify(kept.parse(all), undefined, 2)}\n`);
