/** The known vectors, sent to the callback address as WeCom would send them. */
import { describe, expect, test } from 'vitest';
import { callbackServer } from '../../support/wecom/callbackServer.ts';
import { getCallback, queryOf } from '../../support/wecom/callbacks.ts';
import { allVectors, bodyOfVector, secretsOf } from '../../support/wecom/vectors.ts';

describe('the vectors over HTTP', () => {
  // The plaintext of the JSON sample is no XML: only its cipher can be looked at.
  const overHttp = allVectors.filter(({ kind }) => !kind.includes('json'));
  test.each(overHttp.map((vector) => [vector.id, vector] as const))('%s', async (_id, vector) => {
    const { kind, config, query, rawQuery, encrypt, plaintext, expect: right } = vector;
    const created = /<CreateTime>(\d+)/.exec(right.plaintext ?? plaintext ?? '')?.[1];
    const { address, taken, send } = await callbackServer({
      secrets: secretsOf(config),
      at: Number(created ?? query.timestamp),
    });
    if (kind.startsWith('GET')) {
      const echo = { ...query, echostr: query.echostr ?? encrypt };
      const got = await getCallback(address, rawQuery ?? queryOf(echo));
      expect([got.status, got.text, got.type]).toEqual([200, right.body, 'text/plain; charset=utf-8']);
      return;
    }
    const { status, text } = await send({ query: queryOf(query), body: bodyOfVector(vector) });
    expect([status, taken]).toEqual(right.accept === false ? [400, []] : [200, [right.plaintext ?? plaintext]]);
    if (right.accept !== false) expect(text).toBe('');
  });
});
