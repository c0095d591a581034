/** A file with a probe before each of its statements, so that a run of a test tells which of them it went through. */
import { inside, isNode, type Node, type Place, parsed } from './syntax.ts';

export interface Probed {
  /** The file with its probes: `__probe(n);`. */
  text: string;
  /** What each probe stands for; an inner one comes after the one around it. */
  places: readonly Place[];
}

/** The parts of a node that hold statements, in which a probe can stand between two. */
const lists = new Set(['body', 'stmts', 'consequent']);
/** The parts that hold one statement, around which a probe needs a block. */
const single = new Set(['consequent', 'alternate', 'body']);
const silent = new Set([
  'ImportDeclaration',
  'TsInterfaceDeclaration',
  'TsTypeAliasDeclaration',
  'ExportAllDeclaration',
  'ExportNamedDeclaration',
]);
const isStatement = ({ type }: Node): boolean => /Statement$|Declaration$|^Export/.test(type) && !silent.has(type);

export function probed(text: string): Probed {
  const syntax = parsed(text);
  const places: Place[] = [];
  const inserted: { at: number; text: string; order: number }[] = [];
  const insert = (at: number, added: string): void => {
    inserted.push({ at, text: added, order: inserted.length });
  };
  const walk = (node: Node, part: string, parent: Node | undefined): void => {
    const place = syntax.placeOf(node);
    const way = place && wayOf(node, part, parent);
    if (place && way) {
      const probe = places.push(place) - 1;
      if (way === 'between') insert(place.start, `__probe(${probe});`);
      else {
        insert(place.start, way === 'block' ? `{__probe(${probe});` : `(__probe(${probe}), `);
        insert(place.end, way === 'block' ? '}' : ')');
      }
    }
    for (const [own, child] of inside(node)) walk(child, own, node);
  };
  for (const node of syntax.body) walk(node, 'body', undefined);
  const pieces = inserted.sort((one, other) => one.at - other.at || one.order - other.order);
  let from = 0;
  let probedText = '';
  for (const piece of pieces) {
    probedText += text.slice(from, piece.at) + piece.text;
    from = piece.at;
  }
  return { text: probedText + text.slice(from), places };
}

/** What holds statements is none of its own. */
const blocks = new Set(['BlockStatement', 'FunctionBody']);

/** How a probe can stand at a node, if at all. */
function wayOf(node: Node, part: string, parent: Node | undefined): 'between' | 'block' | 'comma' | undefined {
  if (parent?.type === 'ArrowFunctionExpression' && part === 'body') return blocks.has(node.type) ? undefined : 'comma';
  if (!isStatement(node) || blocks.has(node.type)) return undefined;
  const inList = parent === undefined || (lists.has(part) && Array.isArray(parent[part]));
  if (inList) return 'between';
  return single.has(part) && isNode(parent[part]) && parent.type !== 'ExportDeclaration' ? 'block' : undefined;
}

/** The innermost probe around a place. */
export function probeOf(places: readonly Place[], { start, end }: Place): number | undefined {
  const around = places.findLastIndex((each) => each.start <= start && end <= each.end);
  return around < 0 ? undefined : around;
}
