import { expect, test } from 'vitest';
import { createLog } from '../../bot/log.ts';
import { faultOf } from '../../state/postgres/fault.ts';
import { DamagedError } from '../../state/store.ts';

function written(use: (log: ReturnType<typeof createLog>) => void): { line: string; all: Record<string, unknown>[] } {
  const lines: string[] = [];
  use(createLog('info', { write: (line: string) => void lines.push(line) }));
  return { line: lines.join(''), all: lines.map((line) => JSON.parse(line)) };
}

test('an event is one JSON line with its time and level, whatever it says', () => {
  const { line, all } = written((log) => log.child({ channel: 'wecom' }).warn({ id: 7 }, 'one\n\u001b[31mtwo'));
  expect(line.trimEnd()).not.toContain('\n');
  expect(line).not.toContain('\u001b');
  expect(all).toEqual([
    expect.objectContaining({ level: 'warn', channel: 'wecom', id: 7, time: expect.stringMatching(/^\d{4}-.*Z$/) }),
  ]);
});

test('quieter events than the level are not written', () => {
  expect(written((log) => log.debug('quiet')).all).toEqual([]);
});

test('secrets and what people wrote are blotted out, one object deep', () => {
  const hidden = { token: 'hunter2', text: 'hunter2', headers: { authorization: 'hunter2' }, birthDate: 'hunter2' };
  const { line } = written((log) => {
    log.info(hidden, 'flat');
    log.info({ activity: hidden }, 'nested');
    log.child({ secret: 'hunter2' }).info('child');
  });
  expect(line).not.toContain('hunter2');
  expect(line).toContain('***');
});

test('an error of ours keeps its words, stack and cause, and loses passwords in addresses', () => {
  const address = new Error('connect postgres://guohe:hunter2@db:5432/x?password=hunter2 failed');
  const { line, all } = written((log) =>
    log.error({ err: new DamagedError('这段对话的存档', faultOf('连接', address)) }, 'failed'),
  );
  expect(line).not.toContain('hunter2');
  expect(all[0]).toMatchObject({
    err: {
      type: 'DamagedError',
      message: expect.stringContaining('已原样移到一旁'),
      stack: expect.stringContaining('log.test.ts'),
      cause: { type: 'PostgresFault', message: expect.stringContaining('db:5432') },
    },
  });
});
