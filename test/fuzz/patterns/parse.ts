/** A pattern as a tree, as far as it is needed to write texts for it. */

export type Part =
  | { is: 'sign'; atom: string }
  | { is: 'row' | 'any'; of: Part[] }
  | { is: 'loop'; of: Part; least: number; most: number }
  /** Anchors, and what must or must not stand beside. */
  | { is: 'nothing'; beside?: Part };

/** What is repeated no more often than this is as good as written out. */
export const few = 8;

export function parsed(source: string, flags: string): Part {
  const reader = { source, at: 0, nested: flags.includes('v') };
  const part = alternatives(reader);
  if (reader.at < source.length) throw new Error(`not understood at ${reader.at}: ${source}`);
  return part;
}

interface Reader {
  readonly source: string;
  at: number;
  /** Classes may hold classes. */
  readonly nested: boolean;
}

/** What stands here, if it has this form. */
function taken(reader: Reader, form: RegExp): RegExpExecArray | undefined {
  form.lastIndex = reader.at;
  const hit = form.exec(reader.source) ?? undefined;
  if (hit) reader.at += hit[0].length;
  return hit;
}

function alternatives(reader: Reader): Part {
  const of = [row(reader)];
  while (taken(reader, /\|/y)) of.push(row(reader));
  return of.length === 1 ? (of[0] ?? { is: 'nothing' }) : { is: 'any', of };
}

function row(reader: Reader): Part {
  const of: Part[] = [];
  while (reader.at < reader.source.length && !/[|)]/.test(reader.source.charAt(reader.at))) of.push(repeated(reader));
  return { is: 'row', of };
}

function repeated(reader: Reader): Part {
  const part = single(reader);
  const hit = taken(reader, /(?:([*+?])|\{(\d+)(,)?(\d*)\})\??/y);
  if (!hit) return part;
  const [, sign, least = '', comma, most = ''] = hit;
  if (sign === '?') return { is: 'loop', of: part, least: 0, most: 1 };
  if (sign) return { is: 'loop', of: part, least: sign === '+' ? 1 : 0, most: Number.POSITIVE_INFINITY };
  const upTo = comma && most === '' ? Number.POSITIVE_INFINITY : Number(most || least);
  return { is: 'loop', of: part, least: Number(least), most: upTo };
}

function single(reader: Reader): Part {
  const group = taken(reader, /\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/y);
  if (group) {
    const inner = alternatives(reader);
    if (!taken(reader, /\)/y)) throw new Error(`no end of a group: ${reader.source}`);
    return /[!]$/.test(group[0]) || group[0] === '(?<=' ? { is: 'nothing', beside: inner } : inner;
  }
  if (taken(reader, /[\^$]|\\[bB]|\\[1-9]\d*|\\k<[^>]*>/y)) return { is: 'nothing' };
  const sign = /\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\c[A-Za-z]|\\[\s\S]|[^\\]/uy;
  const atom = reader.source.charAt(reader.at) === '[' ? aClass(reader) : taken(reader, sign)?.[0];
  if (!atom) throw new Error(`not understood at ${reader.at}: ${reader.source}`);
  return { is: 'sign', atom };
}

/** A class of signs, to the bracket that closes it. */
function aClass(reader: Reader): string | undefined {
  const { source, nested, at } = reader;
  for (let deep = 0; reader.at < source.length; reader.at += 1) {
    const sign = source.charAt(reader.at);
    if (sign === '\\') reader.at += 1;
    else if (sign === '[' && (nested || reader.at === at)) deep += 1;
    else if (sign === ']') deep -= 1;
    if (deep === 0) {
      reader.at += 1;
      return source.slice(at, reader.at);
    }
  }
  return undefined;
}

/** How often something in it may be repeated. */
export function mostRepeated(part: Part): number {
  if (part.is === 'loop') return Math.max(part.most, mostRepeated(part.of));
  if (part.is === 'row' || part.is === 'any') return Math.max(1, ...part.of.map(mostRepeated));
  return part.is === 'nothing' && part.beside ? mostRepeated(part.beside) : 1;
}
