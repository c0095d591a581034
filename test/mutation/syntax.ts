/** A TypeScript file as its syntax tree, with places in characters (swc counts bytes, and goes on counting from file to file). */
import { parseSync } from '@swc/core';

/** From the character `start` up to, and without, the character `end`. */
export interface Place {
  start: number;
  end: number;
}

/** A node as swc gives it; its parts are looked at one by one. */
export interface Node {
  type: string;
  [part: string]: unknown;
}

export interface Syntax {
  body: readonly Node[];
  /** Where a node stands in the text; `undefined` for the few nodes that swc gives no place. */
  placeOf(node: unknown): Place | undefined;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

interface Span {
  start: number;
  end: number;
}

const isSpan = (value: unknown): value is Span =>
  typeof value === 'object' && value !== null && 'start' in value && typeof value.start === 'number' && 'end' in value;

/** Stands before the text, so that the first place tells from where swc counts. */
const mark = '0;';

export function parsed(text: string): Syntax {
  const { body } = parseSync(`${mark}${text}`, { syntax: 'typescript', target: 'esnext' });
  const [first, ...rest] = body as unknown as Node[]; // a module's items are nodes
  const from = isSpan(first?.span) ? first.span.start + mark.length : 0;
  const characters = charactersOf(text);
  const spanOf = (node: unknown): Span | undefined => {
    if (!isNode(node)) return isSpan(node) ? node : undefined;
    if (isSpan(node.span)) return node.span;
    // `key: value` has no place of its own.
    const [start, end] = [spanOf(node.key), spanOf(node.value)];
    return start && end && { start: start.start, end: end.end };
  };
  return {
    body: rest,
    placeOf(node) {
      const span = spanOf(node);
      const [start, end] = [characters[(span?.start ?? -1) - from], characters[(span?.end ?? -1) - from]];
      return start === undefined || end === undefined ? undefined : { start, end };
    },
  };
}

/** For each byte of the text the character that begins there or before. */
function charactersOf(text: string): readonly number[] {
  const found: number[] = [];
  let at = 0;
  for (const character of text) {
    for (let byte = Buffer.byteLength(character); byte > 0; byte -= 1) found.push(at);
    at += character.length;
  }
  found.push(at);
  return found;
}

/** What only the type checker reads: nothing of it runs. */
const typesOnly = new Set([
  ...['typeAnnotation', 'typeParams', 'typeParameters', 'typeArguments', 'returnType', 'implements', 'superTypeParams'],
]);
const declarations = new Set([
  'TsInterfaceDeclaration',
  'TsTypeAliasDeclaration',
  'ImportDeclaration',
  'ExportAllDeclaration',
  'ExportNamedDeclaration',
]);

/** The nodes directly inside a node that run, with the name of the part in which each stands. */
export function inside(node: Node): (readonly [part: string, child: Node])[] {
  if (declarations.has(node.type)) return [];
  return Object.entries(node).flatMap(([part, value]) => {
    if (typesOnly.has(part)) return [];
    return (Array.isArray(value) ? value : [value]).flatMap((each: unknown) => {
      if (isNode(each)) return [[part, each] as const];
      // An argument or an element is wrapped in `{spread, expression}`.
      const wrapped = typeof each === 'object' && each !== null && 'expression' in each ? each.expression : undefined;
      return isNode(wrapped) ? [[part, wrapped] as const] : [];
    });
  });
}
