/**
 * What the Bot Framework SDK demands of every `Storage`: the eleven cases of libraries/botbuilder-core/tests/storageBaseTests.js
 * (microsoft/botbuilder-js, MIT License, © Microsoft Corporation), written anew; each is named as it is there. Behind them: what its
 * eTags are for.
 */
import { AutoSaveStateMiddleware, ConversationState, MessageFactory, type StoreItems, TestAdapter } from 'botbuilder';
import { Dialog, DialogSet, TextPrompt, WaterfallDialog } from 'botbuilder-dialogs';
import { describe, expect, test } from 'vitest';
import { botbuilderStorage } from '../../../state/botbuilder/storage.ts';
import { StaleError } from '../../../state/documents.ts';
import { postgresStore } from '../../../state/postgres/index.ts';
import { inEveryHome } from '../../support/homes.ts';
import { hasPostgres } from '../../support/postgres.ts';
import { newDatabase, sharedServer } from '../../support/sharedPostgres.ts';

/** What JavaScript hands in where nothing is meant. */
const nothing: unknown = null;

inEveryHome((empty) => {
  const storage = async () => botbuilderStorage((await empty()).store.documents);

  test('returnEmptyObjectWhenReadingUnknownKey', async () => {
    expect(await (await storage()).read(['unknown'])).toEqual({});
  });

  test('handleNullKeysWhenReading', async () => {
    expect(await (await storage()).read(nothing as string[])).toEqual({});
  });

  test('handleNullKeysWhenWriting', async () => {
    expect(await (await storage()).write(nothing as StoreItems)).toBeUndefined();
  });

  test('doesNotThrowWhenWritingNoItems', async () => {
    const items = await storage();
    await expect(items.write([])).resolves.toBeUndefined();
    await expect(items.write({})).resolves.toBeUndefined();
  });

  test('createObject', async () => {
    const items = await storage();
    await items.write({ one: { id: 1 }, two: { id: 2 } });
    const read = await items.read(['one', 'two']);
    expect(read).toEqual({ one: { id: 1, eTag: read.one.eTag }, two: { id: 2, eTag: read.two.eTag } });
    for (const { eTag } of [read.one, read.two]) expect(eTag).toMatch(/./);
  });

  test('handleCrazyKeys', async () => {
    const items = await storage();
    const keys = ['!@#$%^&*()~/\\\\><,.?\';"`~', '__proto__', '../../南昌 ', 'a\nb', `${'长'.repeat(3000)}`];
    for (const [id, key] of keys.entries()) await items.write(Object.fromEntries([[key, { id }]]));
    const read = await items.read(keys);
    expect(Object.keys(read).toSorted()).toEqual(keys.toSorted());
    expect(keys.map((key) => Object.getOwnPropertyDescriptor(read, key)?.value.id)).toEqual([0, 1, 2, 3, 4]);
  });

  test('updateObject', async () => {
    const items = await storage();
    await items.write({ plain: { count: 1 }, tagged: { count: 1 } });
    const old = await items.read(['plain', 'tagged']);
    delete old.plain.eTag;
    await items.write({ plain: { ...old.plain, count: 2 }, tagged: { ...old.tagged, count: 2 } });
    const now = await items.read(['plain', 'tagged']);
    expect(now).toMatchObject({ plain: { count: 2 }, tagged: { count: 2 } });
    expect(now.tagged.eTag).not.toBe(old.tagged.eTag);

    // Without an eTag the last one wins; an old one is refused.
    await items.write({ plain: { count: 123 } });
    await expect(items.write({ tagged: { ...old.tagged, count: 123 } })).rejects.toThrow(StaleError);
    expect(await items.read(['plain', 'tagged'])).toMatchObject({ plain: { count: 123 }, tagged: now.tagged });

    await items.write({ plain: { count: 100 }, tagged: { count: 100, eTag: '*' } });
    expect(await items.read(['plain', 'tagged'])).toMatchObject({ plain: { count: 100 }, tagged: { count: 100 } });
  });

  test('deleteObject', async () => {
    const items = await storage();
    await items.write({ gone: { count: 1 }, stays: { count: 1 } });
    expect(await items.read(['gone'])).toMatchObject({ gone: { count: 1 } });
    await items.delete(['gone']);
    expect(Object.keys(await items.read(['gone', 'stays']))).toEqual(['stays']);
  });

  test('deleteUnknownObject', async () => {
    await expect((await storage()).delete(['unknown'])).resolves.toBeUndefined();
  });

  test('performBatchOperations', async () => {
    const items = await storage();
    const keys = ['batch1', 'batch2', 'batch3'];
    await items.write({ batch1: { count: 10 }, batch2: { count: 20 }, batch3: { count: 30 } });
    const read = await items.read(keys);
    expect(keys.map((key) => read[key].count)).toEqual([10, 20, 30]);
    for (const key of keys) expect(read[key].eTag).toMatch(/./);
    await items.delete(keys);
    expect(await items.read(keys)).toEqual({});
  });

  test('proceedsThroughWaterfall', async () => {
    const state = new ConversationState(await storage());
    const dialogs = new DialogSet(state.createProperty('dialogState'));
    const name = new TextPrompt('name', async ({ recognized, attemptCount, context }) => {
      const known = (recognized.value ?? '').length > 3;
      await context.sendActivity(known ? `taken at try ${attemptCount}` : `too short, try ${attemptCount}`);
      return known;
    });
    const waterfall = new WaterfallDialog('waterfall', [
      async (step) => {
        expect(typeof step.activeDialog?.state.stepIndex).toBe('number');
        await step.context.sendActivity('step 1');
        return Dialog.EndOfTurn;
      },
      (step) => step.prompt('name', { prompt: MessageFactory.text('your name?') }),
      async (step) => {
        expect(typeof step.activeDialog?.state.stepIndex).toBe('number');
        await step.context.sendActivity(`step 3: ${step.result}`);
        return step.endDialog();
      },
    ]);
    dialogs.add(name);
    dialogs.add(waterfall);
    const adapter = new TestAdapter(async (context) => {
      const dialog = await dialogs.createContext(context);
      await dialog.continueDialog();
      if (!context.responded) await dialog.beginDialog('waterfall');
    }).use(new AutoSaveStateMiddleware(state));
    await adapter
      .send('hello')
      .assertReply('step 1')
      .send('hello')
      .assertReply('your name?')
      .send('hi')
      .assertReply('too short, try 1')
      .send('hi')
      .assertReply('too short, try 2')
      .send('Kyle')
      .assertReply('taken at try 3')
      .assertReply('step 3: Kyle')
      .startTest();
  });

  test('of many who write with the same eTag at the same time exactly one succeeds', async () => {
    const items = await storage();
    await items.write({ queue: { count: 0 } });
    const { queue } = await items.read(['queue']);
    const written = await Promise.allSettled(
      Array.from({ length: 8 }, (_, by) => items.write({ queue: { ...queue, by } })),
    );
    const winners = written.flatMap(({ status }, by) => (status === 'fulfilled' ? [by] : []));
    expect(winners).toHaveLength(1);
    for (const each of written) if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(StaleError);
    expect(await items.read(['queue'])).toMatchObject({ queue: { by: winners[0] } });
  });

  test('whoever reads again and writes until it succeeds loses nothing that others wrote', async () => {
    const items = await storage();
    await items.write({ counter: { count: 0 } });
    const addOne = async (): Promise<void> => {
      const { counter } = await items.read(['counter']);
      await items.write({ counter: { ...counter, count: counter.count + 1 } }).catch((error: unknown) => {
        if (error instanceof StaleError) return addOne();
        throw error;
      });
    };
    await Promise.all(Array.from({ length: 10 }, addOne));
    expect(await items.read(['counter'])).toMatchObject({ counter: { count: 10 } });
  });

  test('an item that was deleted meanwhile is not made again by whoever still has its eTag', async () => {
    const items = await storage();
    await items.write({ gone: { count: 1 } });
    const { gone } = await items.read(['gone']);
    await items.delete(['gone']);
    await expect(items.write({ gone })).rejects.toThrow(StaleError);
    expect(await items.read(['gone'])).toEqual({});
  });
});

describe.skipIf(!hasPostgres)('two processes on one PostgreSQL', () => {
  test('of two that write with the same eTag at the same time exactly one succeeds', async () => {
    const url = await newDatabase(await sharedServer());
    const stores = [await postgresStore(url), await postgresStore(url)];
    const storages = stores.map(({ documents }) => botbuilderStorage(documents));
    for (let round = 0; round < 20; round += 1) {
      await storages[0]?.write({ item: { round } });
      const read = await Promise.all(storages.map((each) => each.read(['item'])));
      const written = await Promise.allSettled(
        storages.map((each, by) => each.write({ item: { ...read[by]?.item, by } })),
      );
      const winners = written.flatMap(({ status }, by) => (status === 'fulfilled' ? [by] : []));
      expect(winners).toHaveLength(1);
      expect(await storages[1]?.read(['item'])).toMatchObject({ item: { round, by: winners[0] } });
    }
    for (const store of stores) await store.close();
  });
});
