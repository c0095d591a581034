/** Tables that a clerk uploads, and the wait until they are worked through. */
import { expect } from 'vitest';
import { workbook } from '../../../../bot/spreadsheet/write.ts';
import type { StaffClient } from '../../../support/staffService.ts';

export const questionFile = (rows: string[][]): Promise<Buffer> =>
  workbook([{ name: '问题', columns: ['序号', '问题', '人工修改'].map((title) => ({ title, width: 20 })), rows }]);

export function uploaded(bytes: Uint8Array): FormData {
  const form = new FormData();
  form.set('file', new File([new Uint8Array(bytes)], '表.xlsx'));
  return form;
}

/** Uploads, and waits until the job is done; gives its page. */
export async function worked(
  client: StaffClient,
  path: string,
  bytes: Uint8Array,
): Promise<{ at: string; page: string }> {
  const answer = await client.post(path, uploaded(bytes));
  expect(answer.status).toBe(303);
  const at = answer.headers.get('location') ?? '';
  for (let looks = 0; looks < 200; looks += 1) {
    const page = await (await client.get(at)).text();
    if (!page.includes('<progress')) return { at, page };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the job did not end');
}
