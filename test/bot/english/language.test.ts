import { expect, test } from 'vitest';
import { spokenIn } from '../../../knowledge/languages/spokenIn.ts';
import { dataFolder, openHall, talker } from '../../support/hallTalk.ts';
import { chineseIn } from '../../support/onlyEnglish.ts';

const names = `Siemens AG|MIT|Prof. Smith|University of Tokyo|The University of Tokyo|Institute for Advanced Study|We Are Family Ltd|Do It Center GmbH
  |Technical University of Munich, Germany|Germany|Munich|IBM|Max Planck Institute for Plant Breeding Research|Just Biotherapeutics, Inc.|Will & Co
  |Will Smith|Dr. May|May Foundation|BE Semiconductor|CAN Bus|IT University of Copenhagen|Can Tho University|Our Lady of the Lake University|Hope College
  |Smith, John|ETH Zurich|CNRS|Universität Heidelberg|École Polytechnique|US|USA|UK|EU|Horizon Europe|WHO|WHO Collaborating Centre|John|Elsevier B.V.
  |https://example.org/what/is/the|me@this.org`;
const terms = `PhD|phd|gut microbiota|lncRNA sequencing|machine learning|Nature Communications|Nb-Si|PI|AI|CRISPR-Cas9|p53|3D printing
  |rare earth luminescent materials|email|wechat|vx|OKR`;
const others = `ok|OK|okay|yes|Yes|no|No|A|B|1|1 2 4|2019-08-02|May 3, 1970|3 May 1970|RMB 1,200,000|120 wan|yes.|hi|hello|thanks|skip|help|back
  |lol|haha|hhh|emmm|???|...|nihao|nanchang daxue|wo shi jiaoshou|bu zhidao|Full Professor|jiangxi`;
const listed = (list: string): string[] => list.split('|').map((each) => each.trim());

test.each([...listed(names), ...listed(terms), ...listed(others)])('“%s” leaves the language as it stands', (text) => {
  expect(spokenIn(text, 'zh')).toBe('zh');
  expect(spokenIn(text, 'en')).toBe('en');
});

test.each([
  'What is the deadline?',
  'I am the lead',
  'we apply for 1 million',
  'Our lead is a full professor born in 1970',
  'not sure',
  'how old can the lead be',
  'what about matching funds',
  "I don't know",
  'our unit is 南昌大学',
  'He was born in 1965',
  'The partner is in Germany',
  'WHAT IS THE AGE LIMIT',
  'Hello, I want to apply',
  'Good morning',
  'Do we need a seal on the agreement?',
  'i want know if can apply',
  'is possible partner from India?',
  'My university is in Sweden and our PI is Chinese.',
  'Does MIT count as a partner?',
  'I would like to talk to a person',
  'English',
  'in English please',
  'Please use English',
  'Can you speak English?',
  '请用英文',
])('“%s” is English', (text) => {
  expect(spokenIn(text, 'zh')).toBe('en');
});

test.each([
  '中文',
  '请说中文',
  'Chinese please',
  '我们和MIT合作',
  'Siemens AG的',
  'What是什么',
  '负责人是教授',
  '江西师范大学',
  '不知道',
])('“%s” is Chinese, whatever was spoken before', (text) => {
  expect(spokenIn(text, 'en')).toBe('zh');
});

test('a Chinese name, where a name is asked for, leaves English as it stands', () => {
  expect(spokenIn('江西师范大学', 'en', 'unit.name')).toBe('en');
  expect(spokenIn('江西慧铜数控有限公司', 'en', 'unit.name')).toBe('en');
});

test('英文 and English answer in which language the agreement is', () => {
  expect(spokenIn('英文', 'zh', 'agreement.language')).toBe('zh');
  expect(spokenIn('Chinese', 'en', 'agreement.language')).toBe('en');
});

test('a talk changes its language with the person, and keeps every answer', async () => {
  const hall = openHall(await dataFolder());
  const say = talker(hall, 'two languages');
  const heard = async (text: string) => (await say(text)).map((each) => each.text).join('\n');
  expect(await heard('开始自查')).toContain('您是项目负责人本人');
  expect(await heard('本人')).toContain('申报单位是哪一类');
  expect(await heard('IBM')).toMatch(/[一-龥]/);
  expect(await heard('English')).toContain('What kind of institution is applying?');
  expect(await heard('university')).toContain('What is the overseas partner called');
  expect(await heard('MIT, Boston, USA')).toContain('Is the lead from mainland China');
  expect(await heard('中文')).toContain('内地人士');
  expect(await heard('进度')).toContain('高校');
  expect(await heard('外籍')).toContain('受聘');
  expect(await heard('Can you speak English?')).toContain('Is the lead employed');
});

test('commands, what is kept, errors of understanding and the help desk are in English too', async () => {
  const say = talker(openHall(await dataFolder()), 'commands');
  const talk = [
    'What can you do?',
    'start',
    'for a colleague',
    'skip',
    'why',
    'help',
    'blah blah foo',
    'a company',
    'back',
    'skip',
    'progress',
    'my data',
    'delete my data',
    'no',
    'change',
    'skip',
    'human',
    'stop waiting',
    'verdict',
    'new check',
    'my checks',
    '1',
    'restart',
    'no',
    'more',
    'What is the age limit for the lead?',
    'thanks',
  ];
  for (const text of talk) {
    const said = (await say(text)).map((each) => each.text);
    expect(said.join(''), text).not.toBe('');
    expect(said.flatMap(chineseIn), text).toEqual([]);
  }
});

test('thanks and no problem answer no question', async () => {
  const say = talker(openHall(await dataFolder()), 'thanks');
  for (const text of [
    'I would like to check my application',
    'I am the lead',
    'a university',
    'Kyung Hee University, Seoul, South Korea',
    'mainland',
    '1970-05-03',
    'none',
  ])
    await say(text);
  for (const text of ['no problem', 'thank you very much'])
    expect((await say(text)).map((each) => each.text).join('\n'), text).not.toContain('civil servant');
});

test.each([
  ['03/04/1970', /day\/month or month\/day/],
  ['EUR 100000', /yuan/],
  ['120', /whole amount/],
  ['researcher', /Which Chinese title/],
])('“%s” is asked back, never guessed', async (text, asked) => {
  const say = talker(openHall(await dataFolder()), 'doubt');
  const open: Record<string, readonly string[]> = {
    '03/04/1970': [],
    researcher: ['May 3, 1970'],
    'EUR 100000': [
      'May 3, 1970',
      'full professor',
      'neither',
      'no',
      '南昌大学',
      'Nanchang, 1958-05-01',
      'yes',
      '1949',
      'university, independent legal person',
      'direction 15',
      'it fits',
    ],
  };
  const before = [
    'I would like to check my application',
    'I am the lead',
    'a university',
    'Kyung Hee University, Seoul, South Korea',
    'from mainland China',
  ];
  for (const each of [...before, ...(open[text] ?? open['EUR 100000'] ?? [])]) await say(each);
  expect((await say(text)).map((each) => each.text).join('\n')).toMatch(asked);
});
