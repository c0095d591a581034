/** The known vectors of WeCom's callback cipher; those that their makers got wrong are left aside. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { CallbackSecrets } from '../../../bot/wecom/crypto.ts';

const query = z.record(z.string(), z.string());
const vector = z.object({
  id: z.string(),
  kind: z.string(),
  config: z.enum(['A', 'B']),
  query,
  rawQuery: z.string().optional(),
  encrypt: z.string(),
  plaintext: z.string().optional(),
  expect: z.object({ accept: z.boolean(), body: z.string(), plaintext: z.string() }).partial(),
});
const schema = z.object({
  configs: z.record(z.string(), z.object({ token: z.string(), encodingAESKey: z.string(), receiveId: z.string() })),
  envelope: z.string(),
  vectors: z.array(vector),
  deterministicEncrypt: z.array(
    z.object({
      id: z.string(),
      config: z.string(),
      random: z.string(),
      plaintext: z.string(),
      timestamp: z.string(),
      nonce: z.string(),
      expect: z.object({ encrypt: z.string(), msg_signature: z.string() }),
    }),
  ),
  derived: z.array(vector),
});

export type Vector = z.output<typeof vector>;

const file = new URL('../../bot/wecom/vectors.json', import.meta.url);
const { configs, envelope, vectors, deterministicEncrypt, derived } = schema.parse(
  JSON.parse(readFileSync(file, 'utf8')),
);

export { deterministicEncrypt };
export const allVectors: readonly Vector[] = [...vectors, ...derived];

export function secretsOf(config: string): CallbackSecrets {
  const found = configs[config];
  if (!found) throw new Error(`no configuration ${config}`);
  return { token: found.token, encodingAesKey: found.encodingAESKey, receiveId: found.receiveId };
}

export const bodyOfVector = ({ config, encrypt }: Vector): string =>
  envelope.replace('RECEIVEID', secretsOf(config).receiveId).replace('ENCRYPT', encrypt);

/** What is wrong with the XML and not with the cipher. */
export const cipherAccepts = ({ id, expect }: Vector): boolean =>
  expect.accept !== false || id === 'neg-doctype-inside';
