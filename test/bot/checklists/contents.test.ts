import { describe, expect, test } from 'vitest';
import { checklistServer } from '../../support/checklistServer.ts';
import { readyFacts } from '../../support/readyCase.ts';
import { failingFacts, fixableFacts, hostileName, nothingKnown, shownVerdict } from '../../support/shownVerdict.ts';
import { unzipped, xmlFault } from '../../support/unzipped.ts';

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'" };
const unescaped = (text: string): string =>
  text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
/** The words of a page or a document, without its tags. */
const wordsOf = (markup: string): string => unescaped(markup.replace(/<style>[\s\S]*?<\/style>|<[^>]*>/g, ''));

describe.each([
  ['nothing known', nothingKnown],
  ['fixable', fixableFacts],
  ['failing', failingFacts],
  ['ready', readyFacts],
])('what is taken away of the case %s', (_name, facts) => {
  test('says the same on the page and in Word: verdict, who, every row, what helps, reminders, met items, caveat', async () => {
    const server = await checklistServer();
    const shown = shownVerdict(facts);
    const { links, checklist } = await server.keep(shown);
    const page = wordsOf(await (await fetch(links.page)).text());
    const files = unzipped(Buffer.from(await (await fetch(links.word)).arrayBuffer()));
    const word = wordsOf(files.get('word/document.xml') ?? '');
    const { better, priorities, advice, cautions, met, caveat } = checklist;
    const expected = [
      shown.headline,
      shown.subtitle,
      ...shown.facts.flatMap(({ label, value }) => [label, value]),
      ...shown.rowsToKeep.flatMap(({ title, what, todo, clauses, quotes }) => [
        title,
        what,
        todo,
        ...clauses,
        ...quotes,
      ]),
      ...better,
      ...priorities,
      ...advice,
      ...cautions,
      ...met.map(({ title }) => title),
    ];
    for (const text of [page, word]) {
      expect(expected.filter((each) => !text.includes(each))).toEqual([]);
      const inOrder = [shown.headline, ...shown.rows.map(({ title }) => title), caveat].map((each) =>
        text.lastIndexOf(each),
      );
      expect(inOrder.at(-1)).toBe(Math.max(...inOrder));
    }
  });

  test('has a box to tick for each row', async () => {
    const server = await checklistServer();
    const shown = shownVerdict(facts);
    const { links } = await server.keep(shown);
    const page = await (await fetch(links.page)).text();
    expect(page.match(/<input type="checkbox"/g) ?? []).toHaveLength(shown.rows.length);
    const files = unzipped(Buffer.from(await (await fetch(links.word)).arrayBuffer()));
    expect(files.get('word/document.xml')?.match(/<w14:checkbox>/g) ?? []).toHaveLength(shown.rows.length);
  });

  test('is a Word file whose every part is well-formed', async () => {
    const server = await checklistServer();
    const { links } = await server.keep(shownVerdict(facts));
    const files = unzipped(Buffer.from(await (await fetch(links.word)).arrayBuffer()));
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['[Content_Types].xml', '_rels/.rels', 'word/styles.xml']),
    );
    for (const [name, xml] of files) expect([name, xmlFault(xml)]).toEqual([name, undefined]);
  });
});

describe('a hostile name of a unit', () => {
  const shown = {
    ...shownVerdict(fixableFacts, hostileName),
    headline: `</title><script>alert(1)</script>${hostileName}`,
    facts: [{ label: '合作方', value: `</dd></dl><script>alert(2)</script>${hostileName}` }],
  };
  const [row] = shown.rowsToKeep;
  if (!row) throw new Error('no row');
  shown.rowsToKeep = [{ ...row, title: `" autofocus onfocus="alert(3)`, what: '</style><script>alert(4)</script>' }];

  test('is text on the page', async () => {
    const server = await checklistServer();
    const { links } = await server.keep(shown);
    const page = await (await fetch(links.page)).text();
    const bare = page.replace(/<style>[\s\S]*?<\/style>/, '').replace(/="[^"]*"/g, '');
    expect(bare).not.toMatch(/<script|<img|<[^>]*\son\w+/i);
    expect(page.match(/\s(href|src)="[^"]*"/g)).toEqual([
      ' href="data:,"',
      expect.stringMatching(/^ href="[\w-]{32}\.docx"$/),
    ]);
    expect(page.match(/<\/title>|<\/style>|<\/dl>/g)).toHaveLength(3);
    expect(wordsOf(page)).toContain(hostileName);
  });

  test('is text in Word, without the signs that XML cannot hold', async () => {
    const server = await checklistServer();
    const { links } = await server.keep(shown);
    const files = unzipped(Buffer.from(await (await fetch(links.word)).arrayBuffer()));
    for (const [name, xml] of files) expect([name, xmlFault(xml)]).toEqual([name, undefined]);
    expect(wordsOf(files.get('word/document.xml') ?? '')).toContain(hostileName.replace('\u0008', ''));
  });
});

test('a tool that proves files well-formed sees what is not', () => {
  expect(xmlFault('<?xml version="1.0"?><a b="c"><d/>&amp;</a>')).toBeUndefined();
  for (const broken of [
    '<a>',
    '<a></b>',
    '<a>&</a>',
    '<a b=c></a>',
    '<a>\u0008</a>',
    '<a><b></a></b>',
    '<a>\ud800</a>',
  ])
    expect(xmlFault(broken), broken).toBeDefined();
});
