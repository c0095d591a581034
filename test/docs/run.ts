/** Makes the pictures of the documents from the real product: `npx node test/docs/run.ts`, or `… chat teams` for some. Chinese needs a CJK font. */
import { launchBrowser } from '../support/browser.ts';
import { chatPictures } from './pictures/chat.ts';
import { consolePictures } from './pictures/console.ts';
import { teamsPictures } from './pictures/teams.ts';
import { wecomPictures } from './pictures/wecom.ts';

const all = { chat: chatPictures, teams: teamsPictures, wecom: wecomPictures, console: consolePictures };
const wanted = process.argv.slice(2);
const browser = await launchBrowser('zh_CN.UTF-8');
try {
  for (const [name, make] of Object.entries(all)) if (wanted.length === 0 || wanted.includes(name)) await make(browser);
} finally {
  await browser.close();
}
