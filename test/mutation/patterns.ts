/** Changes of a pattern: an alternative left out, an anchor or a quantifier dropped, a look-around or a class turned round. */

interface Edit {
  start: number;
  end: number;
  to: string;
}

/** A part of the pattern that means something by itself; `${…}` of a template is one. */
const token =
  /\$\{[^}]*\}|\\(?:[pP]\{[^}]*\}|k<[^>]*>|.)|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<[^>]+>))?|\{\d+(?:,\d*)?\}\??|[*+?]\??|[\s\S]/g;

const turned: Readonly<Record<string, string>> = {
  '(?=': '(?!',
  '(?!': '(?=',
  '(?<=': '(?<!',
  '(?<!': '(?<=',
  '\\d': '\\D',
  '\\D': '\\d',
  '\\s': '\\S',
  '\\S': '\\s',
  '\\w': '\\W',
  '\\W': '\\w',
};

/** A group that is still open, and where its alternatives begin. */
interface Group {
  starts: number[];
}

/** @param source a pattern, as it stands between its slashes */
export function patternEdits(source: string): Edit[] {
  const edits: Edit[] = [];
  const open: Group[] = [{ starts: [0] }];
  const close = (group: Group, end: number): void => {
    if (group.starts.length < 2) return;
    for (const [at, start] of group.starts.entries()) {
      const next = group.starts[at + 1];
      // with the bar behind it, the last one with the bar before it
      edits.push(next === undefined ? { start: start - 1, end, to: '' } : { start, end: next, to: '' });
    }
  };
  for (const { 0: part, index } of source.matchAll(token)) {
    const place = { start: index, end: index + part.length };
    const other = turned[part];
    if (other !== undefined) edits.push({ ...place, to: other });
    if (part.startsWith('['))
      edits.push({ start: index, end: index + (part[1] === '^' ? 2 : 1), to: part[1] === '^' ? '[' : '[^' });
    if (part === '^' || part === '$' || part === '\\b' || /^(?:[*+?]|\{)/.test(part)) edits.push({ ...place, to: '' });
    if (part.startsWith('(')) open.push({ starts: [place.end] });
    if (part === '|') open.at(-1)?.starts.push(place.end);
    if (part === ')') close(open.pop() ?? { starts: [] }, index);
  }
  close(open[0] ?? { starts: [] }, source.length);
  return edits;
}
