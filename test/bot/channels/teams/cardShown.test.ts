/** The cards as Microsoft's renderer draws them with Teams' colours and sizes: on a phone and on a desk, light, dark, high contrast. */
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Message } from '../../../../bot/channels/channel.ts';
import { presentTeams } from '../../../../bot/channels/teams/present.ts';
import { wireForm } from '../../../../bot/channels/teams/wire.ts';
import { type Browser, hasBrowser, launchBrowser, type Page } from '../../../support/browser.ts';
import { textsOf } from '../../../support/cardNodes.ts';
import { guide } from '../../../support/readyCase.ts';
import { failingFacts, fixableFacts, shownVerdict } from '../../../support/shownVerdict.ts';
import { talk } from '../../../support/talk.ts';
import { shownInTeams, type Theme } from '../../../support/teamsShown.ts';

const present = presentTeams({ guide, personalChat: 'https://teams.microsoft.com/l/chat/0/0?users=28:x' });
const links = { page: 'https://guohe.example.cn/checklists/x', word: 'https://guohe.example.cn/checklists/x.docx' };
const question = { id: 'agreement.content', topic: 'agreement.content', index: 20, total: 28 } as const;

function messages(): Record<string, Message> {
  const started = talk();
  const [kind] = started.say('负责人本人');
  const [answer] = started.say('负责人年龄有什么要求，要什么职称');
  const list = ['任务分工', '考核指标', '财政经费分配比例'];
  return {
    choices: present(kind ?? { text: '' }),
    answer: present(answer ?? { text: '' }),
    several: present({ text: '写了哪几项？', several: list, choices: ['都写了', '都没写'], question }),
    directions: present({ text: '报哪个？可选方向一至十九。', question: { ...question, id: 'direction' } }),
    fixable: present({ text: '问完了，这是结论。\n\nx', verdict: shownVerdict(fixableFacts) }, links),
    failing: present({ text: '问完了，这是结论。\n\nx', verdict: shownVerdict(failingFacts) }, links),
  };
}

const themes: Theme[] = ['light', 'dark', 'contrast'];

describe.skipIf(!hasBrowser)('in a real browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  const shapes = [...themes.map((theme) => ({ width: 360, theme })), { width: 560, theme: 'light' as const }];
  const views = Object.entries(messages()).flatMap(([name, message]) =>
    shapes.map((shape) => ({ ...shape, name, message: wireForm(message) })),
  );

  test('what does not fit, and what cannot be read, would be noticed', async () => {
    // Latin letters are as wide on a machine without Chinese fonts.
    const choices = ['W'.repeat(40), '乙', '丙', '丁'];
    const page = await shownInTeams(browser, wireForm(present({ text: '哪一个？', choices, question })));
    await page.addStyleTag({ content: '.ac-textBlock { color: #ddd !important }' });
    expect((await measured(page)).wide).not.toEqual([]);
    expect(await unreadable(page)).toEqual([expect.stringContaining('color-contrast')]);
    await page.close();
  });

  test.each(views)(
    '$name at $width px, $theme: all of it is to be seen and read',
    async ({ message, theme, width }) => {
      const page = await shownInTeams(browser, message, { theme, width });
      try {
        const seen = await measured(page);
        expect(seen.wide).toEqual([]);
        for (const text of textsOf(message)) expect(seen.text).toContain(text.replace(/\s+/g, ' ').trim());
        expect(await unreadable(page)).toEqual([]);
      } finally {
        await page.close();
      }
    },
  );
});

const seen = z.object({ wide: z.array(z.string()), text: z.string() });

/** The words of the page, and those elements that stand out of the window or show less than they hold; folds are opened first. */
async function measured(page: Page) {
  return seen.parse(
    await page.evaluate(`(() => {
      for (const fold of document.querySelectorAll('.ac-container')) if (fold.style.display === 'none') fold.style.display = '';
      const all = [...document.querySelectorAll('.card *, .said')].filter((each) => each.getClientRects().length > 0);
      const wide = all.filter((each) => each.getBoundingClientRect().right > innerWidth || each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0);
      return { wide: wide.map((each) => each.outerHTML.slice(0, 120)), text: document.body.textContent.replace(/\\s+/g, ' ') };
    })()`),
  );
}

const found = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** Colours that are too near to each other, and things to press or fill in that have no name. */
async function unreadable(page: Page): Promise<string[]> {
  await page.evaluate(`${axe.source};0`);
  const rules = "{ runOnly: ['color-contrast', 'button-name', 'label', 'aria-allowed-role', 'duplicate-id-aria'] }";
  const list = found.parse(await page.evaluate(`axe.run(document, ${rules}).then(({ violations }) => violations)`));
  return list.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
