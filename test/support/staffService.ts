/** The console for a test: a temporary folder, closed when the test ends; and its pages in a real browser. */
import { onTestFinished } from 'vitest';
import type { Browser } from './browser.ts';
import { dataFolder } from './hallTalk.ts';
import { desk, newPage, type OpenedPage } from './pageTalk.ts';
import { openStaffWorld, type StaffClient, type StaffWorld, type StaffWorldOptions } from './staffConsole.ts';

export type { StaffClient, StaffWorld } from './staffConsole.ts';

/** `folder`: one that is there already. */
export async function staffService(options: StaffWorldOptions & { folder?: string } = {}): Promise<StaffWorld> {
  const world = await openStaffWorld(options.folder ?? (await dataFolder()), options);
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closed ??= world.close();
    return closed;
  };
  onTestFinished(close);
  return { ...world, close };
}

/** A page of the console as this person sees it; faults of the browser's console are written down. */
export async function staffPage(
  browser: Browser,
  world: StaffWorld,
  client: StaffClient | undefined,
  options: Parameters<typeof newPage>[2] = desk,
): Promise<OpenedPage> {
  const opened = await newPage(browser, world.url, options);
  if (client) await opened.context.addCookies([world.browserCookie(client)]);
  onTestFinished(() => opened.context.close());
  return opened;
}
