/** The changes that are tried at a node: comparisons, and/or, conditions, numbers, words, list items, calls, statements. */
import { patternEdits } from './patterns.ts';
import { isNode, type Node, type Place, type Syntax } from './syntax.ts';

/** A node, the part of its parent in which it stands, and the file. */
interface At {
  node: Node;
  part: string;
  parent: Node | undefined;
  text: string;
  syntax: Syntax;
}

interface Edit {
  operator: string;
  place: Place;
  to: string;
}

const comparisons: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
};
const sums: Readonly<Record<string, string>> = { '+': '-', '-': '+', '*': '/', '/': '*', '%': '*' };
const swaps: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  find: 'findLast',
  findLast: 'find',
  findIndex: 'findLastIndex',
  indexOf: 'lastIndexOf',
  lastIndexOf: 'indexOf',
};
const droppable = new Set([
  'filter',
  'sort',
  'toSorted',
  'reverse',
  'toReversed',
  'slice',
  'trim',
  'concat',
  'replace',
  'replaceAll',
]);
/** What a rule may come to: one is mistaken for the next. */
const outcomes = ['met', 'unmet', 'open', 'to-confirm', 'covered', 'not-applicable'];

const isText = (value: unknown): value is string => typeof value === 'string';

export function editsOf(at: At): Edit[] {
  return (byType[at.node.type] ?? (() => []))(at);
}

const own = ({ node, syntax }: At, operator: string, ...tos: readonly string[]): Edit[] => {
  const place = syntax.placeOf(node);
  return place ? tos.map((to) => ({ operator, place, to })) : [];
};

function code({ text, syntax }: At, node: unknown): string {
  const place = syntax.placeOf(node);
  return place ? text.slice(place.start, place.end) : '';
}

/** A condition that always holds, or never does. */
function condition(at: At, ...tos: readonly string[]): Edit[] {
  const { test } = at.node;
  return isNode(test) ? own({ ...at, node: test }, 'condition', ...tos) : [];
}

const dropped = (at: At): Edit[] => own(at, 'statement', ';');

function binary(at: At): Edit[] {
  const { operator, left, right } = at.node;
  if (!isText(operator)) return [];
  const [one, other] = [`(${code(at, left)})`, `(${code(at, right)})`];
  const compared = comparisons[operator];
  if (compared) return own(at, 'comparison', ...compared.map((each) => `${one} ${each} ${other}`));
  if (operator === '&&') return own(at, 'and/or', `(${one} || ${other})`, one, other);
  if (operator === '||') return own(at, 'and/or', `(${one} && ${other})`, one, other);
  if (operator === '??') return own(at, 'and/or', one, other);
  const sum = sums[operator];
  return sum ? own(at, 'arithmetic', `(${one} ${sum} ${other})`) : [];
}

function text(at: At): Edit[] {
  const { node, part, parent } = at;
  const { value } = node;
  if (!isText(value) || part === 'key' || parent?.type === 'ExpressionStatement') return [];
  const outcome = outcomes.indexOf(value);
  if (outcome >= 0) return own(at, 'word', `'${outcomes[(outcome + 1) % outcomes.length]}'`);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return own(at, 'day', `'${dayAfter(value, -1)}'`, `'${dayAfter(value, 1)}'`);
  const place = at.syntax.placeOf(node);
  if (place && isPattern(value)) return patternsIn(at, place);
  if (parent?.type === 'ArrayExpression' && Array.isArray(parent.elements) && parent.elements.length > 1) return [];
  return own(at, 'word', value === '' ? "'mutant'" : "'\\u0000'");
}

/** The ISO day so many days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Each item of a list left out. */
function items(at: At, list: unknown, none: string): Edit[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((each: unknown) => {
    const wrapped = typeof each === 'object' && each !== null && 'expression' in each ? each.expression : each;
    const place = at.syntax.placeOf(wrapped);
    if (!place || !isNode(wrapped)) return [];
    const spread =
      typeof each === 'object' && each !== null && 'spread' in each ? at.syntax.placeOf(each.spread) : undefined;
    return [{ operator: 'item', place: { start: spread?.start ?? place.start, end: place.end }, to: none }];
  });
}

function properties(at: At): Edit[] {
  if (!Array.isArray(at.node.properties)) return [];
  return at.node.properties.flatMap((each: unknown) => {
    const place = at.syntax.placeOf(isNode(each) && each.type === 'SpreadElement' ? each.arguments : each);
    if (!place || !isNode(each)) return [];
    const start = each.type === 'SpreadElement' ? place.start - '...'.length : place.start;
    return [{ operator: 'item', place: { start, end: place.end }, to: '...{}' }];
  });
}

function call(at: At): Edit[] {
  const { callee } = at.node;
  if (!isNode(callee) || callee.type !== 'MemberExpression' || !isNode(callee.property)) return [];
  const name = callee.property.value;
  if (!isText(name)) return [];
  const swap = swaps[name];
  if (swap) return own({ ...at, node: callee.property }, 'call', swap);
  return droppable.has(name) ? own(at, 'call', `(${code(at, callee.object)})`) : [];
}

/** Whether a text is made to be part of a pattern. */
const isPattern = (value: string): boolean => /\(\?[:=!<]|[^|]\|[^|]/.test(value);

/** The changes of the pattern that stands between the slashes or quotes of a place. */
function patternsIn({ text }: At, place: Place): Edit[] {
  const source = text.slice(place.start + 1, text.lastIndexOf(text[place.start] ?? '', place.end));
  return patternEdits(source).map(({ start, end, to }) => ({
    operator: 'pattern',
    place: { start: place.start + 1 + start, end: place.start + 1 + end },
    to,
  }));
}

function template(at: At): Edit[] {
  const place = at.syntax.placeOf(at.node);
  const written = code(at, at.node);
  if (!place || written === '``') return [];
  return isPattern(written) ? patternsIn(at, place) : own(at, 'word', '`\\u0000`');
}

const byType: Readonly<Record<string, (at: At) => Edit[]>> = {
  BinaryExpression: binary,
  ConditionalExpression: (at) => [
    ...own(at, 'condition', `(${code(at, at.node.consequent)})`, `(${code(at, at.node.alternate)})`),
  ],
  IfStatement: (at) => condition(at, 'true', 'false'),
  WhileStatement: (at) => condition(at, 'false'),
  ForStatement: (at) => condition(at, 'false'),
  ForOfStatement: dropped,
  UnaryExpression: (at) => {
    const { operator, argument } = at.node;
    return operator === '!' || operator === '-' ? own(at, 'negation', `(${code(at, argument)})`) : [];
  },
  UpdateExpression: (at) => own(at, 'arithmetic', swapped(code(at, at.node))),
  AssignmentExpression: (at) =>
    at.node.operator === '+=' ? own(at, 'arithmetic', `${code(at, at.node.left)} -= ${code(at, at.node.right)}`) : [],
  BooleanLiteral: (at) => own(at, 'flag', String(at.node.value !== true)),
  NumericLiteral: (at) =>
    typeof at.node.value === 'number' && at.part !== 'key' && !(at.part === 'property')
      ? own(at, 'number', String(at.node.value + 1), `(${at.node.value - 1})`)
      : [],
  StringLiteral: text,
  TemplateLiteral: template,
  RegExpLiteral: (at) => {
    const place = at.syntax.placeOf(at.node);
    return place ? patternsIn(at, place) : [];
  },
  ArrayExpression: (at) => items(at, at.node.elements, '...[]'),
  ObjectExpression: properties,
  CallExpression: call,
  OptionalChainingExpression: (at) => {
    const place = at.syntax.placeOf(at.node.questionDotToken);
    if (!place) return [];
    const next = at.text[place.end];
    return [{ operator: 'optional', place, to: next === '[' || next === '(' ? '' : '.' }];
  },
  ExpressionStatement: dropped,
  ContinueStatement: dropped,
  BreakStatement: (at) => (at.parent?.type === 'SwitchCase' ? [] : dropped(at)),
};

const swapped = (update: string): string =>
  update.includes('++') ? update.replace('++', '--') : update.replace('--', '++');
