/** Teams: the messages as they go over the wire, drawn by Microsoft's renderer inside a plain chat window. */
import type { Message } from '../../../bot/channels/channel.ts';
import { wireForm } from '../../../bot/channels/teams/wire.ts';
import type { Browser, Page } from '../../support/browser.ts';
import { shownInTeams, type Theme } from '../../support/teamsShown.ts';
import { typed } from '../conversation.ts';
import { inFolder, shoot, today } from './shot.ts';
import { openTalks } from './talks.ts';

const question = '负责人年龄有什么要求，要什么职称？';

export const teamsPictures = (browser: Browser): Promise<void> =>
  inFolder(async (folder) => {
    const talks = openTalks(folder, today);
    const say = async (text: string): Promise<Message> => (await talks.say('msteams', 'teams', text)).at(-1) ?? {};
    const answer = await say(question);
    let verdict: Message = {};
    for (const line of typed) verdict = await say(line);
    await talks.close();
    await photograph(browser, 'teams-answer-light', answer, { said: question, theme: 'light', width: 640 });
    for (const theme of ['light', 'dark'] as const)
      await photograph(browser, `teams-verdict-${theme}`, verdict, { said: typed.at(-1) ?? '', theme, width: 640 });
    await photograph(browser, 'teams-verdict-phone', verdict, { said: typed.at(-1) ?? '', theme: 'light', width: 360 });
  });

interface View {
  /** What the person said before. */
  said: string;
  theme: Theme;
  width: number;
}

async function photograph(browser: Browser, name: string, message: Message, { said, theme, width }: View) {
  const page = await shownInTeams(browser, wireForm(message), { theme, width });
  await addWindow(page, said);
  await page.setViewportSize({ width, height: Number(await page.evaluate('document.body.offsetHeight')) });
  await shoot(page, name);
  await page.close();
}

/** Who talks with whom, and what was said before, around what is drawn. */
async function addWindow(page: Page, said: string): Promise<void> {
  await page.addStyleTag({
    content: `
    header { display: flex; gap: 10px; align-items: center; margin: -12px -12px 16px; padding: 10px 16px; font-weight: 600;
      background: color-mix(in srgb, currentColor 4%, transparent); border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent); }
    .face { display: grid; place-items: center; width: 32px; height: 32px; border-radius: 6px; background: #2a5caa; color: #fff; font-size: 13px; }
    .mine { width: fit-content; max-width: 80%; margin: 0 0 16px auto; padding: 8px 16px; border-radius: 6px;
      background: color-mix(in srgb, #5b5fc7 22%, transparent); }
    .from { margin: 0 0 4px; font-size: 12px; line-height: 16px; opacity: 0.75; }`,
  });
  await page.evaluate(
    `((said) => {
      const made = (tag, name, text) => Object.assign(document.createElement(tag), { className: name, textContent: text });
      const head = made('header', '', '');
      head.append(made('span', 'face', '国合'), made('span', '', '国合申报助手'));
      document.body.prepend(head, made('p', 'mine', said), made('p', 'from', '国合申报助手　上午 10:00'));
    })(${JSON.stringify(said)})`,
  );
}
