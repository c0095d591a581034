import { describe, expect, test } from 'vitest';
import { presentActivity } from '../../../bot/channels/present.ts';
import { presentText } from '../../../bot/channels/presentText.ts';
import { verdictCard } from '../../../bot/channels/verdictCard.ts';
import { readyFacts } from '../../support/readyCase.ts';
import { failingFacts, fixableFacts, hostileName, nothingKnown, shownVerdict } from '../../support/shownVerdict.ts';

const links = { page: 'https://a.example/checklists/x', word: 'https://a.example/checklists/x.docx' };
type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** The card and every element and action in it. */
function nodesOf(value: unknown): Node[] {
  if (!isNode(value)) return [];
  return [...(Array.isArray(value) ? [] : [value]), ...Object.values(value).flatMap(nodesOf)];
}

/** Since which version of the schema an element is there; others are not used. */
const since: Record<string, number> = {
  AdaptiveCard: 1,
  TextBlock: 1,
  Container: 1,
  ColumnSet: 1,
  Column: 1,
  RichTextBlock: 1.2,
  TextRun: 1.2,
  'Action.OpenUrl': 1,
  'Action.Submit': 1,
  'Action.ToggleVisibility': 1.2,
};

describe.each([
  ['nothing known', nothingKnown],
  ['fixable', fixableFacts],
  ['failing', failingFacts],
  ['ready', readyFacts],
])('the card of the case %s', (_name, facts) => {
  const shown = shownVerdict(facts);
  const nodes = nodesOf(verdictCard(shown, links));
  const said = nodes.flatMap(({ type, text }) => (type === 'TextBlock' || type === 'TextRun' ? [String(text)] : []));

  test('keeps to schema 1.5, within the number of buttons that Teams shows', () => {
    expect(nodes.find(({ type }) => type === 'AdaptiveCard')).toMatchObject({ version: '1.5', lang: 'zh' });
    const types = nodes.flatMap(({ type }) => (typeof type === 'string' ? [type] : []));
    expect(types.filter((type) => (since[type] ?? 9) > 1.5 && type !== 'imBack')).toEqual([]);
    expect(nodes.filter(({ type }) => String(type).match(/^Action\.(OpenUrl|Submit)/)).length).toBeLessThanOrEqual(6);
  });

  test('says the headline, each row with who does what and its clause, and the caveat', () => {
    expect(said).toContain(shown.headline);
    for (const { title, what, todo, clauses } of shown.rows) {
      for (const part of [title, what, todo, ...clauses])
        expect(
          said.some((each) => each.includes(part)),
          part,
        ).toBe(true);
    }
    expect(said.at(-1)).toBe(shown.caveat);
  });

  test('has ids that are each there once, and folds that open and close what is there', () => {
    const ids = nodes.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
    expect(new Set(ids).size).toBe(ids.length);
    const targets = nodes.flatMap(({ targetElements }) => (Array.isArray(targetElements) ? targetElements : []));
    expect(targets.toSorted()).toEqual(ids.toSorted());
  });

  test('offers the checklist where it can be opened, before what can be said', () => {
    const titles = nodes.flatMap(({ type, title }) => (/^Action\.(OpenUrl|Submit)/.test(String(type)) ? [title] : []));
    expect(titles).toEqual(['打印或保存清单', '下载 Word', '上一题', '重来']);
    const urls = nodes.flatMap(({ url }) => (typeof url === 'string' ? [url] : []));
    expect(urls).toEqual([links.page, links.word]);
    expect(JSON.stringify(verdictCard(shown))).not.toMatch(/OpenUrl|打印/);
  });
});

test('what a person wrote stays what they wrote: it stands in text that knows no Markdown', () => {
  const shown = { ...shownVerdict(fixableFacts, hostileName), facts: [{ label: '合作方', value: hostileName }] };
  const nodes = nodesOf(verdictCard(shown, links));
  const holding = nodes.filter(({ text }) => String(text).includes('onerror'));
  expect(holding.map(({ type, text }) => [type, text])).toEqual([
    ['TextRun', hostileName],
    ['TextRun', hostileName],
  ]);
  const blocks = nodes.flatMap(({ type, text }) => (type === 'TextBlock' ? [String(text)] : []));
  expect(blocks.filter((text) => /[\\`*_[\]<>#]/.test(text))).toEqual([]);
});

test.each(['1. 张三', '- 张三', '&lt;b&gt;', 'www.example.cn', '~~张三~~'])('%s is not read as Markdown', (name) => {
  const nodes = nodesOf(verdictCard(shownVerdict(fixableFacts, name)));
  expect(nodes.filter(({ text }) => text === name).map(({ type }) => type)).toEqual(['TextRun']);
});

test('in plain text the link stands after the verdict and before the choices', () => {
  const verdict = shownVerdict(fixableFacts);
  const reply = { text: '结论在此', verdict, choices: ['上一题', '重来'] };
  expect(presentText(reply, links).text).toBe(
    `结论在此\n\n打印或保存清单（7 天内有效）：${links.page}\n1 上一题　2 重来`,
  );
  expect(presentText(reply).text).toBe('结论在此\n1 上一题　2 重来');
  expect(presentText({ text: '下一题' }, links).text).toBe('下一题');
});

test('a message without a verdict has no card and no link', () => {
  expect(presentActivity({ text: '下一题', choices: ['有'] }, links)).toEqual({
    type: 'message',
    text: '下一题',
    locale: 'zh-CN',
    suggestedActions: { to: [], actions: [{ type: 'imBack', title: '有', value: '有' }] },
  });
});
