/** `npm run guide:new` as a person runs it: a process, files, and whatever somebody may hand it. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Document, Packer, Paragraph } from 'docx';
import { zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { readCallFile } from '../../../bot/guides/callFile.ts';
import { wantedOf } from '../../../bot/guides/newGuideArgs.ts';
import { checkGuide } from '../../../knowledge/check/checkGuide.ts';
import { docx2024 } from '../../knowledge/newGuide/docx2024.ts';
import { draft2024, finish } from '../../knowledge/newGuide/guide2024.ts';

const scratch = mkdtempSync(join(tmpdir(), 'guide-new-'));
afterAll(() => rmSync(scratch, { recursive: true }));

interface Said {
  code: number;
  out: string;
  error: string;
}

async function guideNew(...args: string[]): Promise<Said> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['bot/guides/newGuide.ts', ...args]);
    return { code: 0, out: stdout, error: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }; // what execFile rejects with
    return { code, out: stdout, error: stderr };
  }
}

function fileWith(name: string, content: string | Uint8Array): string {
  const path = join(scratch, name);
  writeFileSync(path, content);
  return path;
}

const filesIn = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:json|md|txt)$/.test(file))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );

test('a Word file and a text of the same call make the same guide, which a person finishes with data alone', async () => {
  const docx = await guideNew(
    '--from',
    fileWith('call.docx', await docx2024()),
    '--year',
    '2024',
    '--to',
    join(scratch, 'docx'),
  );
  expect([docx.code, docx.error]).toEqual([0, '']);
  expect(docx.out).toContain('写好了');
  expect(docx.out).toContain('参数变了');
  const text = draft2024();
  const [one, other] = [filesIn(join(scratch, 'docx/jx-intl-2024')), filesIn(text)];
  rmSync(dirname(text), { recursive: true });
  const withoutSum = (text = ''): string => text.replace(/[0-9a-f]{64}/g, '');
  expect([...one.keys()].sort()).toEqual([...other.keys()].sort());
  for (const [file, content] of one)
    if (file !== 'source.txt') expect(withoutSum(content), file).toBe(withoutSum(other.get(file)));
  const folder = join(scratch, 'docx/jx-intl-2024');
  expect(readFileSync(join(folder, 'report.md'), 'utf8')).toContain('上一年度研发投入');
  finish(folder);
  expect(checkGuide(folder).faults).toEqual([]);
}, 60_000);

test('a folder that is there is left as it is', () => {
  mkdirSync(join(scratch, 'jx-intl-2024'), { recursive: true });
  expect(() => wantedOf(['--from', 'a.txt', '--year', '2024', '--to', scratch])).toThrow('已经有了，没有动它');
});

test.each([
  [[], '用法'],
  [['--from', 'call.txt', '--year', '24'], '四位数的年份'],
  [['--from', 'call.txt', '--year', '2024', '--id', '../../etc'], '小写字母'],
  [['--from', 'call.txt', '--year', '2024', '--id', 'A B'], '小写字母'],
  [['--from', 'call.txt', '--year', '2024', '--id', ''], '小写字母'],
])('%j is refused with a sentence', (args, sentence) => {
  expect(() => wantedOf(args)).toThrow(sentence);
});

test('a letter is no guide, and nothing is written', async () => {
  const to = join(scratch, 'letter');
  const { code, error } = await guideNew(
    '--from',
    fileWith('letter.txt', '各位老师：\n明天开会。'),
    '--year',
    '2024',
    '--to',
    to,
  );
  expect([code, error.trim().split('\n').length]).toEqual([1, 1]);
  expect(error).toContain('不是申报指南');
  expect(existsSync(to)).toBe(false);
});

const refused = (bytes: Uint8Array): Promise<string> =>
  readCallFile(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each<[what: string, bytes: () => Uint8Array, sentence: string]>([
  ['an old Word file', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), '旧格式'],
  ['a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]), '不是文字文件'],
  ['eleven megabytes', () => new Uint8Array(11 * 1024 * 1024).fill(65), '文件太大'],
  ['a zip that is none', () => bytesOf('PK and nothing'), '已损坏'],
  ['a zip without a document', () => zipSync({ 'a.xml': bytesOf('<a/>') }), '不是 Word 文件'],
  [
    'a bomb',
    () => zipSync({ 'word/document.xml': new Uint8Array(16 * 1024 * 1024).fill(32) }, { level: 9 }),
    '解开以后太大',
  ],
  [
    'many files',
    () => zipSync(Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`${at}.xml`, bytesOf('<a/>')]))),
    '解开以后太大',
  ],
])('%s is refused', async (_what, bytes, sentence) => {
  expect(await refused(bytes())).toContain(sentence);
});

test('tables inside tables without end are refused', async () => {
  const depth = 300;
  const inner = '<w:p><w:r><w:t>x</w:t></w:r></w:p>';
  const nested = `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${inner}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`;
  const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${nested}</w:body></w:document>`;
  expect(await refused(zipSync({ 'word/document.xml': bytesOf(document) }))).toMatch(/一层套一层|不是 Word 文件/);
});

test('a text in GB 18030 is read', async () => {
  // 江西
  const { text } = await readCallFile(new Uint8Array([0xbd, 0xad, 0xce, 0xf7]));
  expect(text).toBe('江西');
});

test('paragraphs that Word numbers by itself are reported, since their numbers are in no text', async () => {
  const paragraph = (text: string) => new Paragraph({ text, numbering: { reference: 'n', level: 0 } });
  const levels = [{ level: 0, format: 'decimal', text: '%1.' } as const];
  const file = new Document({
    numbering: { config: [{ reference: 'n', levels }] },
    sections: [{ children: [paragraph('项目负责人'), paragraph('申报单位')] }],
  });
  const { notes } = await readCallFile(await Packer.toBuffer(file));
  expect(notes).toEqual([expect.stringContaining('自动编号的 2 段')]);
});
