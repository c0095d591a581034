import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decide, headOf, templateSheets } from '../../../bot/batch/applicants.ts';
import { columnOf, columns } from '../../../bot/batch/columns.ts';
import { questionsOf } from '../../../bot/batch/questions.ts';
import { type BatchDone, runBatch } from '../../../bot/batch/run.ts';
import type { Cell } from '../../../bot/spreadsheet/cell.ts';
import { readRows } from '../../../bot/spreadsheet/read.ts';
import { workbook } from '../../../bot/spreadsheet/write.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';

const guideId = 'jx-intl-2023';
const today = '2026-11-23';
const around = { guide: loadGuide(guideId), overlay: null, today };
const never = new AbortController().signal;

const fileOf = (titles: string[], rows: Cell[][]): Promise<Buffer> =>
  workbook([{ name: '表', columns: titles.map((title) => ({ title, width: 20 })), rows }]);

async function run(kind: 'questions' | 'applicants', bytes: Uint8Array): Promise<BatchDone & { cells: string[][] }> {
  const done = await runBatch({ kind, bytes, guideId, overlay: null, today }, () => {}, never);
  return { ...done, cells: await readRows(done.bytes) };
}

describe('A table of questions', () => {
  it('comes back with a draft, the sentence of the guide and a reason for each, in its order', async () => {
    const { cells, counts, rows } = await run(
      'questions',
      await fileOf(
        ['序号', '问题'],
        [
          ['7', '负责人年龄有什么要求'],
          ['8', '申报截止到哪天'],
          ['', ''],
          ['9', '今天天气怎么样'],
        ],
      ),
    );
    expect(cells[0]).toEqual(['序号', '问题', '草稿答复', '依据', '状态', '人工修改']);
    expect(cells.slice(1).map(([number, question]) => [number, question])).toEqual([
      ['7', '负责人年龄有什么要求'],
      ['8', '申报截止到哪天'],
      ['9', '今天天气怎么样'],
    ]);
    expect(cells[1]?.[2]).toContain('1965年6月1日');
    expect(cells[1]?.[3]).toContain('“项目负责人年龄不超过58周岁（1965年6月1日（含）之后出生）');
    expect(cells[1]?.[4]).toBe('命中附5 二（一）');
    expect(cells[2]?.[4]).toBe('指南未规定');
    expect(rows).toBe(3);
    expect(Object.fromEntries(counts)).toMatchObject({ answered: 1, 'not-in-guide': 1 });
  });

  it('has drafts that can be passed on as they are: without commands that only the assistant understands, and without offers', async () => {
    const asked = [
      '申报截止到哪天',
      '今天天气怎么样',
      '负责人年龄有什么要求',
      '你是谁',
      '电子章行不行',
      '要交什么材料',
    ];
    const { cells } = await run(
      'questions',
      await fileOf(
        ['问题'],
        asked.map((text) => [text]),
      ),
    );
    const drafts = cells.slice(1).map((row) => row[2] ?? '');
    expect(drafts).toHaveLength(asked.length);
    for (const draft of drafts) {
      expect(draft).not.toMatch(/回复“(?:人工|开始自查|自查|帮助|更多)”|您也可以问|还可以问/);
      expect(draft).not.toBe('');
    }
  });

  it('is given up when its reading does not come to the first row', async () => {
    const bytes = await fileOf(['问题'], [['负责人年龄']]);
    const batch = { kind: 'questions' as const, bytes, guideId, overlay: null, today };
    await expect(runBatch(batch, () => {}, never, 1)).rejects.toThrow('处理得太久');
  });

  it('keeps what a person wrote beside a draft, and tells it', async () => {
    const { cells, edited } = await run(
      'questions',
      await fileOf(
        ['序号', '问题', '草稿答复', '依据', '状态', '人工修改'],
        [
          [1, '申报截止到哪天', '旧草稿', '', '', '以申报通知为准，请看科技厅网站。'],
          [2, '负责人年龄', '', '', '', ''],
        ],
      ),
    );
    expect(edited).toEqual([{ question: '申报截止到哪天', answer: '以申报通知为准，请看科技厅网站。' }]);
    expect(cells[1]?.[5]).toBe('以申报通知为准，请看科技厅网站。');
    expect(cells[1]?.[2]).not.toContain('旧草稿');
  });

  it('may be one column without a head', () => {
    expect(
      questionsOf([
        ['', '年龄有什么要求'],
        ['', '能报几项'],
        ['', ''],
      ]),
    ).toEqual([
      { number: '1', question: '年龄有什么要求', edited: '' },
      { number: '2', question: '能报几项', edited: '' },
    ]);
  });

  it('is refused with a sentence when nobody can tell which column the questions are in', async () => {
    await expect(run('questions', await fileOf(['甲', '乙'], [['1', '2']]))).rejects.toThrow('“问题”');
  });

  it('answers each question by itself, not as a follow-up of the one before', async () => {
    const { cells } = await run('questions', await fileOf(['问题'], [['方向三考核指标'], ['那方向七呢']]));
    const [, alone] = questionsOf([['问题'], ['那方向七呢']]);
    expect(alone).toBeUndefined();
    expect(cells[2]?.[2]).not.toContain('方向三');
  });
});

describe('A table of applicants', () => {
  const titles = columns.map(({ head }) => head);
  const example = columns.map(({ example: cell }) => cell);
  const withCells = (changes: Record<string, string>): string[] =>
    titles.map((title, at) => changes[title] ?? example[at] ?? '');

  it('has a template whose example is ready', async () => {
    const { cells, counts } = await run('applicants', await workbook(templateSheets()));
    expect(Object.fromEntries(counts)).toEqual({ ready: 1 });
    expect(cells[1]).toContain('条件基本具备，可以申报');
  });

  it('knows each column once, by its Chinese name and by the name that the API gives the fact', () => {
    expect(new Set(titles).size).toBe(titles.length);
    for (const column of columns) {
      expect(columnOf(column.head)).toBe(column);
      expect(columnOf(` ${column.path} `)).toBe(column);
    }
    expect(columnOf('申请经费（万元）')).toBe(columnOf('申请经费(万元)'));
    expect(columnOf('备注')).toBeUndefined();
  });

  it.each([
    ['出生日期', '1965-05-31', 'not-eligible'],
    ['出生日期', '1965-06-01', 'ready'],
    ['出生日期', '65年6月1号', 'ready'],
    ['出生日期', '', 'needs-confirmation'],
    ['职称', '讲师', 'ready'],
    ['单位注册日期', '2022-05-01', 'needs-confirmation'],
    ['单位注册日期', '2022-05-02', 'not-eligible'],
    ['合作方国家（地区）', '日本', 'not-eligible'],
    ['项目期限（月）', '2年', 'fixable'],
    ['项目期限（月）', '3年', 'ready'],
    ['协议内容', '缺知识产权', 'fixable'],
    ['知识产权转让', '有转让或独占条款', 'fixable'],
    ['推荐函', '还没开', 'fixable'],
    ['机关公务员', '是', 'not-eligible'],
  ])('reads “%s” written as “%s”: %s', (title, cell, verdict) => {
    expect(decide(withCells({ [title]: cell }), headOf(titles), around).verdict).toBe(verdict);
  });

  it('never takes a cell that it cannot read for an answer, and says which', () => {
    const decided = decide(withCells({ 出生日期: '属蛇的', 机关公务员: '你猜' }), headOf(titles), around);
    expect(decided.verdict).toBe('needs-confirmation');
    expect(decided.headline).toContain('有 2 格看不懂，按不知道算');
    expect(decided.unread).toMatch(/出生日期：.*\n机关公务员：/);
  });

  it('does not take a plain 没有 under 知识产权转让 for its opposite', () => {
    const { unread, verdict } = decide(withCells({ 知识产权转让: '没有' }), headOf(titles), around);
    expect(unread).toContain('知识产权转让');
    expect(verdict).toBe('fixable');
  });

  it('tells what is outside the lists instead of guessing', () => {
    const { unread } = decide(withCells({ 选题方向: '25' }), headOf(titles), around);
    expect(unread).toContain('选题方向：方向只有1–19');
  });

  it('puts each missing thing in the row of its applicant, with its clause', async () => {
    const { cells } = await run('applicants', await fileOf(titles, [withCells({ 推荐函: '还没开' }), withCells({})]));
    const [head = [], first = [], second = []] = cells;
    const missing = head.indexOf('要补的');
    expect(first[missing]).toMatch(/推荐函.*（附5 一（一）/s);
    expect(second[missing] ?? '').toBe('');
  });

  it('tells columns that it does not know, and needs some that it knows', async () => {
    const { strange } = await run('applicants', await fileOf([...titles, '备注'], [[...withCells({}), '无']]));
    expect(strange).toEqual(['备注']);
    await expect(run('applicants', await fileOf(['姓名', '电话'], [['张三', '1']]))).rejects.toThrow('下载模板');
  });
});

describe('A file that would cost too much', () => {
  it('ends with its own thread: one cell at the far corner of the sheet', async () => {
    const far = zipSync({
      '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      'xl/workbook.xml': strToU8(
        '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        '<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>问题</t></is></c></row><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>',
      ),
    });
    await expect(run('questions', far)).rejects.toThrow(/没有处理|最多 5000 行|没有问题|已损坏/);
  });

  it('is stopped when nobody wants it any more', async () => {
    const stopped = new AbortController();
    const bytes = await fileOf(
      ['问题'],
      Array.from({ length: 2000 }, (_, at) => [`方向${(at % 19) + 1}的考核指标`]),
    );
    const running = runBatch(
      { kind: 'questions', bytes, guideId, overlay: null, today },
      () => stopped.abort(),
      stopped.signal,
    );
    await expect(running).rejects.toThrow('已停止');
  });
});
