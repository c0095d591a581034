import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callbackCipher } from '../../../bot/wecom/crypto.ts';
import { sample } from '../../support/wecom/callbacks.ts';
import { allVectors, cipherAccepts, deterministicEncrypt, secretsOf } from '../../support/wecom/vectors.ts';

const cipher = callbackCipher(sample);

describe('the vectors', () => {
  test.each(allVectors.map((vector) => [vector.id, vector] as const))('%s', (id, vector) => {
    const { config, query, encrypt, plaintext, expect: expected } = vector;
    const { isSigned, open } = callbackCipher(secretsOf(config));
    const { msg_signature = '', timestamp = '', nonce = '' } = query;
    expect(isSigned(msg_signature, timestamp, nonce, encrypt)).toBe(!id.startsWith('neg-tampered'));
    // Changing one character of the text garbles two blocks, and still decrypts: that is what the signature is for.
    if (id.startsWith('neg-tampered')) return;
    const right = expected.body ?? expected.plaintext ?? plaintext;
    expect(open(encrypt)).toBe(cipherAccepts(vector) ? right : undefined);
  });

  test.each(deterministicEncrypt.map((vector) => [vector.id, vector] as const))('%s', (_id, vector) => {
    const { seal, sign } = callbackCipher(secretsOf(vector.config));
    expect(seal(vector.plaintext, Buffer.from(vector.random))).toBe(vector.expect.encrypt);
    expect(sign(vector.timestamp, vector.nonce, vector.expect.encrypt)).toBe(vector.expect.msg_signature);
  });
});

test('what is sealed opens again, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(cipher.open(cipher.seal(text))).toBe(text);
    }),
    { numRuns: 100, seed: 20230508 },
  );
});

test.each(['', ' ', 'a', '====', 'AAAA', 'not base64 at all', 'AAAA AAAA', '\u0000', 'Ａ'.repeat(44), 'A'.repeat(43)])(
  '“%s” opens to nothing, and throws nothing',
  (encrypted) => expect(cipher.open(encrypted)).toBeUndefined(),
);

/** Encrypts these very bytes: no padding of ours. */
function bare(plain: Buffer): string {
  const key = Buffer.from(`${sample.encodingAesKey}=`, 'base64');
  const aes = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([aes.update(plain), aes.final()]).toString('base64');
}

const framed = (length: number, rest: string, pad: (missing: number) => Buffer): string => {
  const head = Buffer.alloc(20);
  head.writeUInt32BE(length, 16);
  const plain = Buffer.concat([head, Buffer.from(rest)]);
  const missing = 32 - (plain.length % 32);
  return bare(Buffer.concat([plain, pad(missing)]));
};
const padded = (missing: number): Buffer => Buffer.alloc(missing, missing);

test('the frame that the next cases spoil is right', () => {
  expect(cipher.open(framed(2, `hi${sample.receiveId}`, padded))).toBe('hi');
});

test.each([
  ['a length of one more', framed(3, `hi${sample.receiveId}`, padded)],
  ['a length of one less', framed(1, `hi${sample.receiveId}`, padded)],
  ['the largest length', framed(0xffffffff, `hi${sample.receiveId}`, padded)],
  ['another receiver', framed(2, 'hiwx0000000000000000', padded)],
  ['no receiver', framed(2, 'hi', padded)],
  ['a receiver and more', framed(2, `hi${sample.receiveId}x`, padded)],
  ['padding of 33 bytes', framed(2, `hi${sample.receiveId}`, (n) => Buffer.alloc(n, 33))],
  ['padding of 200 bytes', framed(2, `hi${sample.receiveId}`, (n) => Buffer.alloc(n, 200))],
  ['padding of 0 bytes', framed(2, `hi${sample.receiveId}`, (n) => Buffer.alloc(n))],
  [
    'uneven padding',
    framed(2, `hi${sample.receiveId}`, (n) => Buffer.concat([Buffer.alloc(n - 1, 1), Buffer.from([n])])),
  ],
  ['nothing but padding', bare(Buffer.alloc(32, 32))],
  ['half a block of 32', bare(Buffer.alloc(16, 16))],
])('%s opens to nothing', (_what, encrypted) => expect(cipher.open(encrypted)).toBeUndefined());

test('blocks are of 32 bytes, not of the 16 that the cipher itself has', () => {
  const head = Buffer.alloc(20);
  head.writeUInt32BE(2, 16);
  const plain = Buffer.concat([head, Buffer.from(`hi${sample.receiveId}`)]);
  const missing = 16 - (plain.length % 16);
  expect((plain.length + missing) % 32).toBe(16);
  expect(cipher.open(bare(Buffer.concat([plain, padded(missing)])))).toBeUndefined();
});

test('a message for nobody in particular has its own length all the same', () => {
  const nobody = callbackCipher({ ...sample, receiveId: '' });
  expect(nobody.open(framed(2, 'hi', padded))).toBe('hi');
  expect(nobody.open(framed(3, 'hi', padded))).toBeUndefined();
});

test('a signature of another length, or of other letters, is no signature and no error', () => {
  const right = cipher.sign('1', '2', 'x');
  expect(cipher.isSigned(right, '1', '2', 'x')).toBe(true);
  for (const wrong of ['', right.slice(1), `${right}0`, right.toUpperCase(), '签'.repeat(40), `${right.slice(0, -1)}g`])
    expect(cipher.isSigned(wrong, '1', '2', 'x')).toBe(false);
});

test('a key that is none stops the start', () => {
  expect(() => callbackCipher({ ...sample, encodingAesKey: 'short' })).toThrow('EncodingAESKey');
});
