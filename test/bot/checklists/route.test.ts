import { get } from 'node:http';
import { describe, expect, test } from 'vitest';
import { type ChecklistServer, checklistServer } from '../../support/checklistServer.ts';
import { pathsIn } from '../../support/hallTalk.ts';
import { failingFacts, fixableFacts, shownVerdict } from '../../support/shownVerdict.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What an answer says, but for its reference number. */
async function refused(url: string) {
  const response = await fetch(url);
  const { reference, ...body } = (await response.json()) as Record<string, unknown>; // a problem is an object
  expect(reference).toMatch(/^[2-9A-Z]{8}$/);
  return { status: response.status, type: response.headers.get('content-type'), body };
}

/** The path exactly as given: fetch would tidy it. */
function statusOf({ url }: ChecklistServer, path: string): Promise<{ status: number; type: string; body: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        body += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body }),
      );
    }).on('error', reject);
  });
}

test('whoever has the link gets a page, and a Word file; nobody may keep, find or pass on the address', async () => {
  const server = await checklistServer();
  const { links } = await server.keep(shownVerdict(fixableFacts));
  const page = await fetch(links.page);
  const word = await fetch(links.word);
  expect([page.status, word.status]).toEqual([200, 200]);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(word.headers.get('content-type')).toBe(wordType);
  for (const { headers } of [page, word]) {
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('etag')).toBeNull();
  }
  expect(word.headers.get('content-disposition')).toBe(
    `attachment; filename="checklist-2023-05-08.docx"; filename*=UTF-8''${encodeURIComponent('申报自查清单-2023-05-08')}.docx`,
  );
});

test('the page may load and run nothing but its own style', async () => {
  const server = await checklistServer();
  const { links } = await server.keep(shownVerdict(fixableFacts));
  const policy = (await fetch(links.page)).headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; /);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|script-src|\*|https?:/);
});

test('it is there for seven days to the millisecond; then the answer is that of a link that never was', async () => {
  const server = await checklistServer();
  const { links } = await server.keep(shownVerdict(fixableFacts));
  const made = server.clock.now.getTime();
  const week = 7 * 24 * 60 * 60 * 1000;
  server.clock.now = new Date(made + week - 1);
  expect((await fetch(links.page)).status).toBe(200);
  expect((await fetch(links.word)).status).toBe(200);
  server.clock.now = new Date(made + week);
  const never = await refused(`${server.url}/checklists/${'A'.repeat(32)}`);
  expect(never).toMatchObject({ status: 404, type: 'application/problem+json; charset=utf-8' });
  expect(await refused(links.word)).toEqual(never);
  expect(await refused(links.page)).toEqual(never);
  expect(await pathsIn(server.folder)).toEqual([]);
});

describe('an address that is no checklist', () => {
  test.each([
    '/checklists/',
    '/checklists',
    '/checklists/../checklists',
    '/checklists/..%2f..%2fsigning-key.json',
    '/checklists/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '/checklists/%00',
    '/checklists/%',
    '/checklists/%E6%B8%85',
    '/checklists/%c0%ae',
    `/checklists/${'a'.repeat(31)}`,
    `/checklists/${'a'.repeat(33)}`,
    `/checklists/${'a'.repeat(32)}.pdf`,
    `/checklists/${'a'.repeat(32)}.docx.docx`,
    `/checklists/${'a'.repeat(32)}/x`,
    `/checklists/${'a'.repeat(300)}`,
    `/checklists/${'a'.repeat(4000)}`,
    '/checklists/__proto__',
    '/checklists/<script>alert(1)</script>',
    "/checklists/'%20or%201=1",
  ])('%s is refused without repeating it', async (path) => {
    const server = await checklistServer();
    await server.keep(shownVerdict(fixableFacts));
    const { status, type, body } = await statusOf(server, path.replace(/[<>]/g, encodeURIComponent));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(type).toBe('application/problem+json; charset=utf-8');
    expect(body).not.toMatch(/script|passwd|proto|signing|aaaa|\/work|\.ts/);
  });

  test('is one that differs in a single sign, or in the case of its letters', async () => {
    const server = await checklistServer();
    const { id } = await server.keep(shownVerdict(fixableFacts));
    const other = (sign: string): string => (sign === 'A' ? 'B' : 'A');
    const changed = [id.slice(0, -1) + other(id.at(-1) ?? ''), other(id[0] ?? '') + id.slice(1), swapped(id)];
    for (const each of changed) expect((await fetch(`${server.url}/checklists/${each}`)).status).toBe(404);
  });
});

const swapped = (id: string): string =>
  [...id].map((sign) => (sign === sign.toLowerCase() ? sign.toUpperCase() : sign.toLowerCase())).join('');

test('each checklist has an id of its own, of at least 128 bits, also for the same verdict', async () => {
  const server = await checklistServer();
  const verdict = shownVerdict(fixableFacts);
  const ids = new Set<string>();
  for (let time = 0; time < 20; time += 1) ids.add((await server.keep(verdict)).id);
  expect(ids.size).toBe(20);
  for (const id of ids) expect(Buffer.from(id, 'base64url').length * 8).toBeGreaterThanOrEqual(128);
});

test('a date of birth is in the verdict and not in what is taken away, nor on the disk', async () => {
  const server = await checklistServer();
  const shown = shownVerdict(failingFacts);
  expect(shown.assessment.text).toContain('1958年7月23日');
  const { links, checklist } = await server.keep(shown);
  const page = await (await fetch(links.page)).text();
  expect(page).toContain('负责人的出生日期');
  expect(page).toContain('（日期从略）');
  for (const text of [page, JSON.stringify(checklist)]) expect(text).not.toMatch(/1958|7月23日|07-23/);
});

test('posting to it is not a way in', async () => {
  const server = await checklistServer();
  const { links } = await server.keep(shownVerdict(fixableFacts));
  for (const method of ['POST', 'PUT', 'DELETE']) expect((await fetch(links.page, { method })).status).toBe(405);
  expect((await fetch(links.page)).status).toBe(200);
});
