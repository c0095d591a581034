import { expect, test } from 'vitest';
import { inOneMessage, once } from '../../../knowledge/read/oneMessage.ts';

/** A reader that counts how often it was asked. */
function counted() {
  const asked: string[] = [];
  const read = (text: string): number => asked.push(text);
  return { asked, read };
}

test('while one message is answered, each text is read once by each reader', () => {
  const [one, other] = [counted(), counted()];
  const read = inOneMessage(() => [
    once(one.read, '是'),
    once(one.read, '是'),
    once(one.read, '否'),
    once(other.read, '是'),
  ]);
  expect(read).toEqual([1, 1, 2, 1]);
  expect(one.asked).toEqual(['是', '否']);
});

test('nothing that was read outlives the answer, also when it failed', () => {
  const { asked, read } = counted();
  inOneMessage(() => once(read, '是'));
  inOneMessage(() => once(read, '是'));
  expect(() =>
    inOneMessage(() => {
      once(read, '是');
      throw new Error('no answer');
    }),
  ).toThrow('no answer');
  once(read, '是');
  once(read, '是');
  expect(asked).toHaveLength(5);
});

test('an answer within the answer is of the same message', () => {
  const { asked, read } = counted();
  inOneMessage(() => {
    inOneMessage(() => once(read, '是'));
    once(read, '是');
  });
  expect(asked).toHaveLength(1);
});
