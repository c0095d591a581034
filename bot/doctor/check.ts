/** What the doctor says of one thing: whether it is right, and what to do where it is not. */

/** `off`: not configured, or nothing to say before something else is right. */
export type Status = 'ok' | 'failed' | 'off';

export interface Check {
  status: Status;
  /** One Chinese sentence; no secret, nothing that a foreign server wrote. */
  says: string;
  /** What to click or change where. */
  todo?: string;
}

/** Checks that belong together, under one heading. */
export interface Area {
  name: string;
  checks: Check[];
}

export const ok = (says: string): Check => ({ status: 'ok', says });
export const off = (says: string): Check => ({ status: 'off', says });
export const failed = (says: string, todo: string): Check => ({ status: 'failed', says, todo });

const signs: Record<Status, string> = { ok: '✓', failed: '✗', off: '–' };

const counted = (areas: readonly Area[], status: Status): number =>
  areas.flatMap(({ checks }) => checks).filter((check) => check.status === status).length;

/** Whether something that is configured does not work. */
export const isIll = (areas: readonly Area[]): boolean => counted(areas, 'failed') > 0;

/** A line a check, for a terminal. */
export function printed(areas: readonly Area[]): string {
  const lines = areas.flatMap(({ name, checks }) => [
    name,
    ...checks.flatMap(({ status, says, todo }) => [
      `  ${signs[status]} ${says}`,
      ...(todo === undefined ? [] : [`    怎么办：${todo}`]),
    ]),
    '',
  ]);
  const [good, bad, rest] = [counted(areas, 'ok'), counted(areas, 'failed'), counted(areas, 'off')];
  return [...lines, `共 ${good} 项正常，${bad} 项不行，${rest} 项没有查。`].join('\n');
}

/** The same for programs. */
export const asJson = (areas: readonly Area[]): string => JSON.stringify({ ill: isIll(areas), areas }, undefined, 2);
