/** What we add is consistent with what it is added to. */
import type { Fault } from '../guideFolder.ts';
import { type CheckedFolder, fault } from './folder.ts';

export function checkOurs({ files }: CheckedFolder): Fault[] {
  const headings = new Map([
    ['欧洲、美洲', 'europe-americas'],
    ['亚洲、非洲', 'other-countries-regions'],
  ]);
  return files.agreements.flatMap(({ section, party, documents, ours }, i) => {
    const wrong = (path: string, problem: string, found?: string): Fault =>
      fault('agreements.json', `${i}.ours.${path}`, problem, found);
    const marked = new Set((ours.duplicates ?? []).map(({ document }) => document));
    return [
      ...(party === undefined || ours.label === party ? [] : [wrong('label', `应为 ${party}`, ours.label)]),
      ...(ours.categoryId === headings.get(section.slice(2)) ? [] : [wrong('categoryId', '与附1的标题不符')]),
      ...(ours.kind === 'country' && ours.members ? [wrong('members', '一个国家没有成员')] : []),
      ...(ours.kind !== 'country' && !ours.members ? [wrong('members', '缺成员')] : []),
      ...(ours.years ?? []).flatMap(({ document, years }, k) =>
        documents[document - 1]?.includes(years) ? [] : [wrong(`years.${k}`, '不在这份文件的名称里', years)],
      ),
      ...(ours.duplicates ?? []).flatMap(({ document, duplicateOf }, k) =>
        duplicateOf < document && documents[document - 1] === documents[duplicateOf - 1]
          ? []
          : [wrong(`duplicates.${k}`, '两份文件并不相同')],
      ),
      ...documents.flatMap((title, k) =>
        documents.indexOf(title) < k && !marked.has(k + 1) ? [wrong('duplicates', '没有标出重复的文件', title)] : [],
      ),
    ];
  });
}
