/** What a section tells: figures in rows, each beside its goal where there is one, and what is worth a picture. */

export interface Row {
  what: string;
  value: string;
  /** Absent where nothing was set. */
  goal?: { text: string; met: boolean };
}

/** Bars from nothing upwards, one a row. */
export interface Bars {
  kind: 'bars';
  /** Part of the picture's file name. */
  id: string;
  title: string;
  unit: string;
  bars: { label: string; value: number }[];
}

/** Values over a measure that grows, one line a series. */
export interface Lines {
  kind: 'lines';
  id: string;
  title: string;
  unit: string;
  /** What is counted from left to right. */
  across: string;
  series: { label: string; points: [x: number, y: number][] }[];
}

export type Chart = Bars | Lines;

export interface Told {
  rows: Row[];
  charts?: Chart[];
}

/** A row whose value must not exceed a goal. */
export const atMost = (what: string, value: number, most: number, unit: string, more = ''): Row => ({
  what,
  value: `${value} ${unit}${more}`,
  goal: { text: `≤ ${most} ${unit}`, met: value <= most },
});

const homeNames = { embedded: '嵌入式', postgres: 'PostgreSQL' } as const;

/** The home's name as people read it; a report's keys are those of `HomeName`. */
export const homeName = (name: string): string => (name === 'postgres' ? homeNames.postgres : homeNames.embedded);

/** For a terminal: one line a row. */
export const printed = ({ rows }: Told): string[] =>
  rows.map(
    ({ what, value, goal }) => `${what}　${value}${goal ? `（目标 ${goal.text}${goal.met ? '' : '，未达到'}）` : ''}`,
  );
