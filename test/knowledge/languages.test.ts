import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { assessInput } from '../../knowledge/assessInput.ts';
import { checkGuide } from '../../knowledge/check/checkGuide.ts';
import { sameFigures } from '../../knowledge/check/figures.ts';
import { folderOf } from '../../knowledge/guideFolder.ts';
import { readEnglishDate } from '../../knowledge/languages/en/dates.ts';
import { answerInEnglish, commandInEnglish, statedInEnglish } from '../../knowledge/languages/en/hear.ts';
import { readEnglishMoney, readEnglishNumber } from '../../knowledge/languages/en/numbers.ts';
import { readLatinName } from '../../knowledge/read/latinName.ts';
import { clauseIn, dateIn, entryIn, quoteIn } from '../../knowledge/spoken.ts';

test.each([
  ['May 3, 1970', '1970-05-03'],
  ['3rd of May 1970', '1970-05-03'],
  ['1970-05-03', '1970-05-03'],
  ['1970/5/3', '1970-05-03'],
  ['13/04/1970', '1970-04-13'],
  ['4/4/1970', '1970-04-04'],
  ['March 2015', '2015-03'],
  ['Sept. 5 1966', '1966-09-05'],
  ['born in 1970', '1970'],
  ['03/04/1970', 'ambiguous'],
  ['3.4.1970', 'ambiguous'],
  ['31 Feb 1970', undefined],
  ['June 31 1970', undefined],
  ['not 1970', undefined],
  ['1970 or 1971', undefined],
  ['before May 1970', undefined],
])('the date “%s” is %s', (text, date) => {
  expect(readEnglishDate(text)).toBe(date);
});

test.each([
  ['RMB 1.2 million', 1_200_000],
  ['1,200,000 yuan', 1_200_000],
  ['500k', 500_000],
  ['1.2m', 1_200_000],
  ['one million yuan', 1_000_000],
  ['100 wan', 1_000_000],
  ['1000000', 1_000_000],
  ['120', 'ambiguous'],
  ['EUR 100,000', 'foreign'],
  ['$1 million', 'foreign'],
  ['more than 1 million', undefined],
  ['1 or 2 million', undefined],
  ['not 1 million', undefined],
])('the amount “%s” is %s', (text, yuan) => {
  expect(readEnglishMoney(text)).toBe(yuan);
});

test.each([
  ['three', 3],
  ['twenty-five', 25],
  ['1,200', 1200],
  ['a few', undefined],
  ['three or four', undefined],
])('the number “%s” is %s', (text, value) => {
  expect(readEnglishNumber(text)).toBe(value);
});

describe('an answer is understood whole or not at all', () => {
  const flag = { yes: '有', no: '没有' };
  test.each([
    ['lead.title', 'He is an associate professor', '副教授'],
    ['lead.title', 'not a professor', undefined],
    ['lead.title', 'soon full professor', undefined],
    ['lead.birthDate', 'I was born on May 3, 1970', '1970-05-03'],
    ['lead.birthDate', 'not in 1970 but 1971', undefined],
    ['lead.birthDate', 'he born 1970', '1970'],
    ['lead.birthDate', '12 of March', '3月12日'],
    ['lead.title', "he's a full professor of physics", '教授'],
    ['lead.origin', 'Yes he is Chinese', '内地'],
    ['partner.legal', 'It is a public university with legal personality', '大学，独立法人'],
    ['agreement.highlight', 'yes, not highlighted', undefined],
    ['unit.kind', 'we are a company', '企业'],
    ['unit.kind', 'not a company', undefined],
    ['agreement.content', 'all except 3 and 5', '除了3、5都有'],
    ['agreement.content', '1, 2 and 4', '1、2、4'],
    ['agreement.language', 'in Chinese and English', '中外文对照'],
    ['partner.basis', 'five years, evidence attached', '合作5年，材料已作附件'],
    ['process.channel', 'no, only one', '都没有'],
    ['unit.legalPerson', 'yes', '有'],
    ['unit.legalPerson', 'no, it is not', '没有'],
    ['unit.legalPerson', "I don't know", '不知道'],
    ['unit.legalPerson', 'yes and no', undefined],
    ['unit.legalPerson', 'yes, but only the headquarters', undefined],
    ['lead.civil', 'no', '都不是'],
    ['lead.civil', 'he was one until 2020', undefined],
  ])('%s: “%s” is heard as %s', (question, text, zh) => {
    const heard = answerInEnglish(text, [question], flag);
    expect(heard && 'zh' in heard ? heard.zh : undefined).toBe(zh);
  });
});

test.each([
  [
    'Our lead is a full professor born in 1970 and our partner is in Germany',
    '负责人是教授，1970出生，境外合作方在德国。',
  ],
  [
    'We are a company registered in Ganzhou and we want to apply for RMB 1 million',
    '我们单位是企业，在赣州注册，申请100万元。',
  ],
  [
    'My PI is a senior engineer, has a PhD and is not a civil servant',
    '负责人是高级工程师，负责人有博士学位，负责人不是公务员。',
  ],
  ['Our partner is a university in Sweden, was founded in 1666', '境外合作方是瑞典的大学，境外合作方1666成立。'],
  ['Our lead is perhaps a professor', undefined],
  ['Our lead is a full professor and something unclear', undefined],
])('“%s” states %s', (text, zh) => {
  const heard = statedInEnglish(text);
  expect(heard && 'zh' in heard ? heard.zh : undefined).toBe(zh);
});

test.each([
  ['change answer 3', '改第3题'],
  ['Please skip this question', '跳过'],
  ['can I talk to a real person?', '人工'],
  ['delete my data', '删除我的数据'],
  ['why do you ask this?', '为什么'],
  ['the human genome', undefined],
  ['restart of the reactor', undefined],
  ['we delete samples', undefined],
])('“%s” is the command %s', (text, command) => {
  expect(commandInEnglish(text)).toBe(command);
});

test.each([
  ['Jiangxi Huitong CNC Co., Ltd.', 'Jiangxi Huitong CNC Co., Ltd.'],
  ['It is Jiangxi University of Chinese Medicine', 'Jiangxi University of Chinese Medicine'],
  ['we do not know yet', undefined],
  ['Tomorrow I will ask', undefined],
])('“%s” names %s', (text, name) => {
  const read = readLatinName(text);
  expect(read?.is === 'value' ? read.value : undefined).toBe(name);
});

test('dates, clauses, priorities and quotes stand in English as English writes them', () => {
  expect(dateIn('1965-06-01', 'en')).toBe('1 June 1965');
  expect(dateIn('1965-06', 'en')).toBe('June 1965');
  expect(clauseIn('附5 二（一）', 'en')).toBe('Annex 5, II (1)');
  expect(clauseIn('三（三）；附5 四（一）', 'en')).toBe('III (3); Annex 5, IV (1)');
  expect(clauseIn('五 选题方向十九（考核指标）', 'en')).toBe('V, direction 19 (indicators)');
  expect(clauseIn('一 第1段；方向五末行', 'en')).toBe('I, para. 1; direction 5, last line');
  expect(entryIn('附1 一（二）德国', 'en')).toBe('Annex 1, I (2): Germany');
  expect(entryIn('附2 第3对 江西省—犹他州（美国）', 'en')).toBe(
    'Annex 2, pair no. 3: Jiangxi Province—Utah (United States)',
  );
  expect(quoteIn('项目实施期为3年。', 'en')).toBe(
    '“项目实施期为3年。” (our translation: “The implementation period of projects is 3 years.”)',
  );
  expect(quoteIn('没有人翻译过的话', 'en')).toBe('“没有人翻译过的话” (only in Chinese)');
});

test.each([
  ['1965年6月1日', '1 June 1965', true],
  ['1965年6月1日', '1 July 1965', false],
  ['80-120万元', 'RMB 800,000 to 1,200,000', true],
  ['80-120万元', 'RMB 800,000 to 1,000,000', false],
  ['至少1家', 'at least one', true],
  ['三处', 'three places', true],
  ['3年', '2 years', false],
  ['方向五', 'direction 5', true],
])('“%s” and “%s” name the same figures: %s', (zh, english, same) => {
  expect(sameFigures(zh, english)).toBe(same);
});

test.each([
  [
    'rules.json',
    /"unmet": "The implementation period is \{f:project.months\}; the guide prescribes \{p:project.months\}\."/,
    '"unmet": "It is 4 years."',
    /en\/rules\.json project\.duration\.unmet：/,
  ],
  [
    'rules.json',
    /"lead\.age": \{/,
    '"lead.aged": {',
    /en\/rules\.json lead\.aged：中文里没有这一条[\s\S]*lead\.age\.title：缺译文/,
  ],
  ['quotes.json', /is 3 years\./, 'is 2 years.', /en\/quotes\.json 项目实施期为3年。：数字与中文的不同/],
  [
    'quotes.json',
    /"项目实施期为3年。"/,
    '"项目实施期为30年。"',
    /en\/quotes\.json 项目实施期为30年。：原文里没有这句话/,
  ],
  ['directions.json', /"19":/, '"20":', /en\/directions\.json 19：缺译文[\s\S]*20：没有这个方向/],
  [
    'cautions.json',
    /"age-58": \{ "title": "/,
    '"age-58": { "title": "五十八',
    /en\/cautions\.json age-58\.title：译文里有中文/,
  ],
])('guide:check finds a wrong translation in %s', async (file, from, to, reported) => {
  const folder = await mkdtemp(join(tmpdir(), 'guide-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(folderOf('jx-intl-2023'), folder, { recursive: true });
  const path = join(folder, 'en', file);
  const before = await readFile(path, 'utf8');
  await writeFile(path, before.replace(from, to));
  expect(await readFile(path, 'utf8')).not.toBe(before);
  const told = checkGuide(folder).faults.map((each) => `${each.file} ${each.path}：${each.problem}`);
  expect(told.join('\n')).toMatch(reported);
});

test('an assessment asked for in English has the same sets, and texts in English', () => {
  const facts = { lead: { birthDate: '1960-01-01' }, unit: { kind: 'enterprise' } };
  const [zh, en] = [assessInput(facts), assessInput(facts, { language: 'en' })];
  const { text, findings, remedy, ...sets } = en;
  expect(zh).toMatchObject(sets);
  expect(text).toMatch(/^Verdict: Not eligible at present/);
  expect(findings.flatMap((each) => [each.title, each.message]).filter((each) => /\p{Script=Han}/u.test(each))).toEqual(
    [],
  );
  expect(remedy.map(({ change }) => change).join()).not.toMatch(/\p{Script=Han}/u);
  expect(findings.map(({ quote, clause }) => quote + clause)).toEqual(
    zh.findings.map(({ quote, clause }) => quote + clause),
  );
});
