/** How long things took: the middle of many, and in words. */
import type { DeskSpan } from '../../../state/summary.ts';

/** The smallest value that at least so many of a hundred do not exceed; undefined of none. */
export function percentile(values: readonly number[], hundredths: number): number | undefined {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil((sorted.length * hundredths) / 100) - 1)];
}

/** Milliseconds that a conversation waited until somebody came, the longest time; undefined when nobody came yet. */
export function longestWait(desk: readonly DeskSpan[]): number | undefined {
  const waits = desk.flatMap(({ askedAt, takenAt, answeredAt }) => {
    const waited = Date.parse(takenAt ?? answeredAt ?? '') - Date.parse(askedAt);
    return waited >= 0 ? [waited] : [];
  });
  return waits.length === 0 ? undefined : Math.max(...waits);
}

const minute = 60_000;

/** 不到 1 分钟 · 12 分钟 · 2 小时 5 分钟 · 3 天 4 小时. */
export function durationWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / minute);
  if (minutes < 1) return '不到 1 分钟';
  if (minutes < 60) return `${minutes} 分钟`;
  if (minutes < 24 * 60) return joined(Math.floor(minutes / 60), '小时', minutes % 60, '分钟');
  const hours = Math.round(minutes / 60);
  return joined(Math.floor(hours / 24), '天', hours % 24, '小时');
}

const joined = (large: number, unit: string, small: number, smaller: string): string =>
  small === 0 ? `${large} ${unit}` : `${large} ${unit} ${small} ${smaller}`;
