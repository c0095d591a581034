/** A real browser for tests: the system's Chromium when there is one, otherwise the one that npm brings (Linux x64). */
import { existsSync } from 'node:fs';
import npmChromium from '@sparticuz/chromium';
// biome-ignore lint/correctness/noUnresolvedImports: Biome cannot follow how playwright-core exports; tsc can
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';

export type { Browser, BrowserContext, Locator, Page };

const systemChromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** Whether this machine can run a browser; tests that need one are skipped by name where it cannot. */
export const hasBrowser = systemChromium !== undefined || (process.platform === 'linux' && process.arch === 'x64');

/** Flags of the npm build that tests must not run with: they would hide what a real browser refuses. */
const dishonest = ['--disable-web-security', '--allow-running-insecure-content', '--single-process'];

/** Starts the browser; whoever starts it closes it. Without a locale that knows Chinese, Chromium gives files other names. */
export async function launchBrowser(locale = 'C.UTF-8'): Promise<Browser> {
  const env = { ...process.env, LC_ALL: locale };
  if (systemChromium !== undefined) {
    return chromium.launch({ executablePath: systemChromium, args: ['--no-sandbox', '--disable-dev-shm-usage'], env });
  }
  const args = [...npmChromium.args.filter((flag) => !dishonest.includes(flag)), '--disable-dev-shm-usage'];
  return chromium.launch({ executablePath: await npmChromium.executablePath(), args, env, headless: true });
}
