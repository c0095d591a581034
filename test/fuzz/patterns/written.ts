/** Every regular expression that stands in the source, and every place that makes one while the program runs, found in the syntax tree. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from '@swc/core';

export const project = join(import.meta.dirname, '../../..');
const floors = ['bot', 'dialogs', 'knowledge', 'state'];

export interface Written {
  source: string;
  flags: string;
  file: string;
}

/** A call of `RegExp`, or of a method that makes a pattern of its text. */
export interface Place {
  file: string;
  line: number;
}

/** Methods that take a text for a pattern. */
const makers = ['match', 'matchAll', 'search'];

/** All files of the four floors that are run, here or in a browser. */
export function sourceFiles(): string[] {
  return floors
    .flatMap((floor) => readdirSync(join(project, floor), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(?:[cm]?js|ts)$/.test(entry.name))
    .map((entry) => relative(project, join(entry.parentPath, entry.name)))
    .sort();
}

export function writtenPatterns(files: readonly string[]): { written: Written[]; places: Place[] } {
  const written: Written[] = [];
  const places: Place[] = [];
  for (const file of files) {
    const code = readFileSync(join(project, file));
    // Positions of swc go on counting from one file to the next.
    const base = parseSync('', { syntax: 'typescript' }).span.end;
    const tree = parseSync(code.toString('utf8'), {
      syntax: file.endsWith('.ts') ? 'typescript' : 'ecmascript',
      target: 'es2024',
    });
    walk(tree, (node) => {
      if (node.type === 'RegExpLiteral')
        written.push({ source: String(node.pattern), flags: String(node.flags), file });
      if (makesPattern(node)) places.push({ file, line: lineAt(code, spanOf(node) - base) });
    });
  }
  return { written, places };
}

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

function walk(value: unknown, seen: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) walk(each, seen);
  else if (isNode(value)) {
    if (typeof value.type === 'string') seen(value);
    for (const each of Object.values(value)) walk(each, seen);
  }
}

function makesPattern({ type, callee, arguments: given }: Node): boolean {
  if ((type !== 'NewExpression' && type !== 'CallExpression') || !isNode(callee)) return false;
  if (callee.type === 'Identifier') return callee.value === 'RegExp';
  const { property } = callee;
  const first: unknown = Array.isArray(given) ? given[0]?.expression : undefined;
  return (
    isNode(property) &&
    makers.includes(String(property.value)) &&
    isNode(first) &&
    ['StringLiteral', 'TemplateLiteral'].includes(String(first.type))
  );
}

function spanOf({ span }: Node): number {
  return isNode(span) && typeof span.start === 'number' ? span.start : 0;
}

/** Positions count bytes; the first line is 1. */
function lineAt(code: Buffer, at: number): number {
  return code.subarray(0, Math.max(0, at)).toString('latin1').split('\n').length;
}
