/** The report on a new guide folder, for the person who finishes it: Markdown in Chinese. */
import type { Sorted } from './carry.ts';
import type { OldGuide } from './oldGuide.ts';
import type { Compared } from './places.ts';
import type { Call } from './readCall.ts';

interface Done {
  call: Call;
  old: OldGuide;
  compared: Compared;
  /** By file. */
  sorted: ReadonlyMap<string, Sorted<unknown>>;
  notes: readonly string[];
}

export function report({ call, old, compared, sorted, notes }: Done): string {
  const { guide, directions } = call.files;
  const { counts } = guide;
  const before = old.files.guide.counts;
  const carried = [...sorted].map(([file, { rows, pending, figures }]) => ({
    file,
    rows: rows.length,
    pending,
    figures,
  }));
  const figures = carried.flatMap(({ file, figures: each }) => each.map((line) => `${file} ${line}`));
  return [
    `# ${guide.title}：新指南的报告`,
    `从《${old.files.guide.title}》沿用仍然成立的部分；新指南的文件夹是 ${guide.id}，现在是草稿。`,
    section('要人做的', [
      ...notes,
      ...call.parameters.pending.map(
        ({ id, why }) => `参数 ${id}：${why}。在 pending/guide.json 里，定好以后移到 guide.json 的 parameters。`,
      ),
      ...carried.flatMap(({ file, pending }) =>
        pending.length === 0
          ? []
          : [`${file}：${pending.length} 条没有带过来，在 pending/${file}，改好移到 ${file}，不要的删掉。`],
      ),
      ...call.notes.flatMap(({ file, notes: each }) => each.map((note) => `${file}：${note}`)),
      compared.added.length > 0
        ? '下面“新写的句子”逐句看：要不要加规则、问题、回答；“指南没有写”的回答里有没有现在写了的。'
        : '',
      '删掉 pending/（空了以后）和 guide.json 里的 draft，运行 npm run guide:check 直到全部相符。',
    ]),
    section('读出来的', [
      `方向 ${directions.length} 个（上一份 ${old.files.directions.length} 个），拟立项 ${counts.projects} 个，考核指标 ${counts.indicators} 条，指标值 ${counts.measures} 个`,
      `附1 ${counts.agreements} 条 ${counts.documents} 份（上一份 ${before.agreements} 条 ${before.documents} 份）`,
      `附2 ${counts.pairs} 对、${counts.countries} 个国家（上一份 ${before.pairs} 对、${before.countries} 个）`,
      `附3 ${counts.bases} 个（上一份 ${before.bases} 个）`,
      `参数 ${Object.keys(guide.parameters).length} 个（上一份 ${Object.keys(old.files.guide.parameters).length} 个）`,
      `原文的 sha256：${guide.source.sha256}`,
    ]),
    section('参数变了', call.parameters.moved),
    section(
      '句子变了',
      compared.changed.flatMap(({ clause, before: was, after, now }) => {
        if (after === undefined) return [];
        if (after === was) return [`${clause} → ${now}：${was}`];
        return [`${clause}${now === clause ? '' : ` → ${now}`}：${was} → ${after}`];
      }),
    ),
    section(
      '没有了的句子',
      compared.changed.flatMap(({ clause, before: was, after }) => (after === undefined ? [`${clause}：${was}`] : [])),
    ),
    section(
      '新写的句子',
      compared.added.map(({ clause, text }) => `${clause}：${text}`),
    ),
    section(
      '带过来的',
      carried.map(
        ({ file, rows, pending }) =>
          `${file}：${rows} 条${pending.length > 0 ? `，另有 ${pending.length} 条没有带` : ''}`,
      ),
    ),
    section('数字跟着改了的', figures),
    section(
      '没有带过来的，为什么',
      carried.flatMap(({ file, pending }) => pending.map(({ id, why }) => `${file} ${id}：${why}`)),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function section(title: string, lines: readonly string[]): string {
  const said = lines.filter((line) => line !== '');
  return said.length === 0 ? '' : `## ${title}\n\n${said.map((line) => `- ${plain(line)}`).join('\n')}`;
}

/** A stranger's text is text, not Markdown. */
const plain = (line: string): string =>
  line
    .replaceAll('\n', ' ')
    .replaceAll('<', '＜')
    .replace(/([[\]`*_|#])/g, '\\$1');
