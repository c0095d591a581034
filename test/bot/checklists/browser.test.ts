import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, hasBrowser, launchBrowser } from '../../support/browser.ts';
import { checklistServer } from '../../support/checklistServer.ts';
import { fixableFacts, hostileName, nothingKnown, shownVerdict } from '../../support/shownVerdict.ts';

const longName = `江西${'稀土新材料与功能器件'.repeat(12)}Ultralongwordwithoutanyspace${'x'.repeat(80)}有限公司`;

describe.skipIf(!hasBrowser)('the checklist in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test.each([
    ['a phone of 320 px', 320, 'light'],
    ['a phone of 360 px', 360, 'dark'],
    ['a desk', 1280, 'light'],
  ] as const)(
    'fits %s without script, breaks nothing, loads nothing from elsewhere',
    async (_what, width, colorScheme) => {
      const server = await checklistServer();
      const { links } = await server.keep(shownVerdict(nothingKnown, `${longName}　${hostileName}`));
      const page = await browser.newPage({ viewport: { width, height: 740 }, colorScheme });
      const faults: string[] = [];
      page.on('console', (message) => faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('request', (request) => {
        if (request.url() !== links.page) faults.push(request.url());
      });
      page.on('dialog', (dialog) => faults.push(dialog.message()));
      await page.goto(links.page);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      // The policy's hash is that of the style: without it the page would be black on white.
      const paper = await page.evaluate('getComputedStyle(document.body).backgroundColor');
      expect(paper).toBe(colorScheme === 'dark' ? 'rgb(18, 22, 29)' : 'rgb(243, 245, 248)');
      expect(faults).toEqual([]);
      await page.close();
    },
  );

  test('its boxes can be ticked and have names, and Word is one press away', async () => {
    const server = await checklistServer();
    const { links } = await server.keep(shownVerdict(fixableFacts));
    const context = await browser.newContext({ javaScriptEnabled: false, acceptDownloads: true });
    const page = await context.newPage();
    await page.goto(links.page);
    const box = page.getByRole('checkbox', { name: '已办：推荐函' });
    await box.check();
    expect(await box.isChecked()).toBe(true);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载 Word' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('申报自查清单-2023-05-08.docx');
    await context.close();
  });

  test('prints on A4: no buttons, black on white, the longest on a few sheets', async () => {
    const server = await checklistServer();
    const { links } = await server.keep(shownVerdict(nothingKnown));
    const page = await browser.newPage({ colorScheme: 'dark' });
    await page.goto(links.page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('link').count()).toBe(0);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await page.evaluate('getComputedStyle(document.querySelector("h1")).color')).toBe('rgb(0, 0, 0)');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const [, width, height] = /\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
    const sheets = pdf.match(/\/Type ?\/Page\b/g)?.length ?? 0;
    expect(sheets >= 2 && sheets <= 6, `${sheets} sheets`).toBe(true);
    await page.close();
  });
});
