/** What copying tells: a table of counts and hashes, and the names of what is not the same. Never contents. */
import type { Compared, Name } from '../../state/copy.ts';
import type { Kind, Row } from '../../state/pieces.ts';

const labels: Record<Row, string> = {
  talks: '对话',
  lines: '对话记录（行）',
  waiting: '已收未答的消息',
  pending: '待发的回复',
  dead: '没有发成的回复',
  taken: '另记的消息编号',
  departed: '已删除、记一天的对话',
  checklists: '清单',
  exports: '下载链接',
  documents: '文档',
  audit: '审计记录',
  key: '签名密钥',
};

const kinds: Record<Kind, string> = {
  key: '签名密钥',
  talk: '对话',
  checklist: '清单',
  export: '下载链接',
  document: '文档',
  audit: '审计记录（月）',
};

/** Characters of a hash that are shown. */
const shown = 16;

export function tableOf({ tallies }: Compared): string {
  const rows = tallies.map(({ row, source, target }) => {
    const same = source.count === target.count && source.hash === target.hash;
    const hashes = [source, target].map(({ count, hash }) => (count > 0 ? hash.slice(0, shown) : '-'));
    return [labels[row], String(source.count), String(target.count), ...hashes, same ? '一致' : '不一致'];
  });
  const all = [['种类', '来源', '目标', '来源哈希', '目标哈希', '核对'], ...rows];
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))));
  return all
    .map((row) =>
      row
        .map((cell, column) => padded(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** One line a name. */
export function namesOf({ missing, different, extra, damaged }: Compared): string[] {
  const told = (what: string, names: readonly Name[]): string[] =>
    names.map(({ kind, name }) => `${what}  ${kinds[kind]}  ${name}`);
  return [
    ...told('目标里没有', missing),
    ...told('内容不同，没有动目标里的', different),
    ...told('只在目标里', extra),
    ...told('来源里读不出来（整份或一部分），留在原处', damaged),
  ];
}

/** Chinese characters are two columns wide in a terminal. */
const widthOf = (text: string): number => [...text].reduce((sum, each) => sum + (/[　-￠]/.test(each) ? 2 : 1), 0);
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
