import { expect, test } from 'vitest';
import { inEveryHome } from '../../support/homes.ts';

inEveryHome((empty) => {
  test('the signing key is made once, whoever asks first, and outlives the process', async () => {
    const { store, reopened } = await empty();
    const keys = await Promise.all([store.signingKey(), store.signingKey()]);
    expect(keys[0]?.length).toBeGreaterThanOrEqual(32);
    const again = await reopened();
    expect(new Set([...keys, await again.signingKey()]).size).toBe(1);
    expect(await (await empty()).store.signingKey()).not.toBe(keys[0]);
  });

  test('a home that can be read and written says so', async () => {
    const { store } = await empty();
    await expect(store.check()).resolves.toBeUndefined();
  });
});
