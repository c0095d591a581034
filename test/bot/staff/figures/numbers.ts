/** The numbers of the figures' page, and the lists that they open. */
import { expect } from 'vitest';

/** Where each number leads, and the number. */
export function numbersIn(markup: string): { path: string; count: number }[] {
  const tiles = markup.matchAll(/<a class="card tile" href="([^"]+)"><b>([\d,]+)<\/b>/g);
  const others = markup.matchAll(
    /<a href="(\/staff\/transcripts[^"]*)">([\d,]+)<span class="visually-hidden"> 段对话/g,
  );
  return [...tiles, ...others].map(([, path = '', count = '']) => ({
    path: path.replaceAll('&amp;', '&'),
    count: Number(count.replaceAll(',', '')),
  }));
}

/** Rows of the list, over all its pages; the first has as many as fit on one. */
export function rowsOf(markup: string): number {
  const [, count = '0'] = /<h2>([\d,]+) 段对话/.exec(markup) ?? [];
  const rows = [...markup.matchAll(/<li class="card talk-row">/g)].length;
  expect(rows).toBe(Math.min(50, Number(count)));
  return Number(count.replaceAll(',', ''));
}
