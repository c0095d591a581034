/** The whole service with two guides on file: what the API, the start and the doctor make of them. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkGuides } from '../../../bot/doctor/guides.ts';
import { openPublished } from '../../../bot/guides/published.ts';
import { createLog } from '../../../bot/log.ts';
import { openOverlays } from '../../../bot/overlays.ts';
import { guidesOnFile } from '../../../knowledge/guidesOnFile.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { dataFolder, today } from '../../support/hallTalk.ts';
import { postJson, realService } from '../../support/realService.ts';
import { secondGuide } from '../../support/secondGuide.ts';

const two = guidesOnFile({ folders: [secondGuide()] });
const facts = { lead: { birthDate: '1966-01-01' } };

describe('the API', () => {
  test('answers and judges by the newest, by an older one when it is named, by none that is not there', async () => {
    const { url, log } = await realService(await dataFolder(), {}, two);
    const ask = async (question: string) => (await postJson(`${url}/api/v1/ask`, { question })).body;
    expect(await ask('负责人年龄有什么要求？')).toMatchObject({ guide: 'jx-intl-2024', status: 'answered' });
    expect(await ask('2023年的年龄要求是什么？')).toMatchObject({
      guide: 'jx-intl-2023',
      answer: expect.stringMatching(/^按2023年指南（已有更新的2024年指南/),
    });
    expect(await ask('2022年的指南要求多大年龄？')).toMatchObject({ status: 'not-in-guide' });

    const assess = async (body: object) => (await postJson(`${url}/api/v1/assessments`, body)).body;
    const newest = await assess({ facts });
    expect(newest).toMatchObject({ guide: 'jx-intl-2024', failedRules: ['lead.age'] });
    expect(String(newest.text)).not.toContain('已有更新的');
    const older = await assess({ facts, guide: 'jx-intl-2023' });
    expect(older).toMatchObject({ guide: 'jx-intl-2023', failedRules: [] });
    expect(String(older.text)).toMatch(/已有更新的2024年指南，现在申报以新的为准。$/);
    const none = await postJson(`${url}/api/v1/assessments`, { facts, guide: 'jx-intl-2022' });
    expect(none.status).toBe(422);
    expect(none.text).toContain('没有这份指南，现有：jx-intl-2024、jx-intl-2023');

    expect(log()).toContain('GUIDE_ID 是 jx-intl-2023');
  });
});

describe('the doctor', () => {
  test('finds nothing wrong with one guide', () => {
    expect(checkGuides({ GUIDE_ID: 'jx-intl-2023' })).toEqual({ status: 'ok', says: '按 jx-intl-2023（2023年）作答' });
  });

  test('says what to do where the setting names an older one', () => {
    expect(checkGuides({ GUIDE_ID: 'jx-intl-2023' }, () => two)).toMatchObject({
      status: 'failed',
      says: '按 jx-intl-2024（2024年）作答；另有 jx-intl-2023，问到那一年才答',
      todo: expect.stringMatching(/请把 GUIDE_ID 改成 jx-intl-2024/),
    });
    expect(checkGuides({ GUIDE_ID: 'jx-intl-2024' }, () => two).status).toBe('ok');
  });

  test('tells a guide that is not there', () => {
    expect(checkGuides({ GUIDE_ID: 'jx-intl-2022' })).toMatchObject({
      status: 'failed',
      todo: expect.stringContaining('没有名为“jx-intl-2022”的指南'),
    });
  });
});

test('what staff published on the older guide stays on it, and is not on the newest', async () => {
  const store = embeddedStore(await dataFolder());
  const options = { documents: store.documents, now: () => today, timeZone: 'Asia/Shanghai', log: createLog('silent') };
  const before = await openOverlays({ ...options, guideId: 'jx-intl-2023' });
  const unit = { questions: ['停车场在哪里'], answer: '见通知。' };
  const [clerk, reviewer] = ['张三', '王敏'].map((name) => ({ id: name, name }));
  if (!clerk || !reviewer) throw new Error('two people');
  await before.publish({ units: [unit] }, clerk, reviewer);
  await before.stop();
  const published = await openPublished(two, options);
  onTestFinished(() => published.stop());
  expect(published.overlay()).toBeNull();
  expect(published.overlay('jx-intl-2023')?.units.map(({ answer }) => answer)).toEqual(['见通知。']);
  await published.newest.publish({ units: [{ ...unit, answer: '一楼。' }] }, clerk, reviewer);
  expect(published.overlay()?.guide).toBe('jx-intl-2024');
  expect(published.overlay('jx-intl-2023')?.units).toHaveLength(1);
  expect(published.overlay('jx-intl-2022')).toBeNull();
});
