import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../../../bot/channels/directline/decode.ts';
import { Problem } from '../../../bot/problem.ts';

const fields = ['type', 'id', 'from', 'text', 'timestamp', 'value', 'attachments', 'channelData', '__proto__'];
const sound = { type: 'message', id: 'a', from: { id: 'me' }, text: '你好', channelData: { clientActivityID: 'c' } };

function outcome(body: unknown): number {
  try {
    const { id, from, type } = decode(body, 'dl-x');
    return id !== '' && typeof from.id === 'string' && type.length > 0 ? 200 : 500;
  } catch (error) {
    return error instanceof Problem ? error.status : 500;
  }
}

test('whatever stands in an activity, it is taken in whole or refused, and never breaks the channel', () => {
  const value = fc.jsonValue({ maxDepth: 4 });
  const broken = fc.tuple(fc.constantFrom(...fields), value).map(([field, wrong]) => ({ ...sound, [field]: wrong }));
  fc.assert(
    fc.property(fc.oneof(broken, value), (body) => {
      expect([200, 400, 413]).toContain(outcome(body));
    }),
    { numRuns: 2000 },
  );
});

test('an activity nested deeper than JSON can be written again is refused', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  expect(outcome({ ...sound, value: deep })).toBe(413);
});

test('an activity without an id gets one of its own', () => {
  const bare = { type: 'message', text: '你好' };
  expect(decode(bare, 'dl-x').id).not.toBe(decode(bare, 'dl-x').id);
});
