/**
 * The guides that are on file: the folders under `guides/` that are no draft, the newest first. The newest answers and judges whatever asks
 * for no other year; an older one is there for those who ask for it, and for cases that began by it, and says so (`Guide.newer`).
 */
import { basename } from 'node:path';
import { z } from 'zod';
import type { Guide } from './guide.ts';
import { folderOf, guideIds, readJson } from './guideFolder.ts';
import { loadGuide } from './loadGuide.ts';

export interface GuidesOnFile {
  newest: Guide;
  /** Newest first. */
  all: readonly Guide[];
  /** By its id; throws a sentence where there is none, never another one. */
  guide(id: string): Guide;
}

export interface OnFile {
  /** A guide that is on file even as a draft: that of the setting. Throws where there is none of this id. */
  named?: string;
  /** Folders elsewhere whose guides are on file too. */
  folders?: readonly string[];
}

const draft = z.looseObject({ draft: z.literal(true) });

/** A guide that is being worked on: nobody is answered by it unless the setting names it. */
const isDraft = (folderOrId: string): boolean => 'value' in readJson(folderOf(folderOrId), 'guide.json', draft);

/** Throws a sentence for a folder that cannot be read: better no service than a guide that is missed by nobody. */
export function guidesOnFile({ named, folders = [] }: OnFile = {}): GuidesOnFile {
  const there = [...guideIds(), ...folders];
  const isNamed = (each: string): boolean => basename(each) === named;
  if (named !== undefined && !there.some(isNamed)) folderOf(named);
  const [first, ...rest] = inOrder(there.filter((each) => isNamed(each) || !isDraft(each)).map(loadGuide));
  if (!first) throw new Error(`没有一份能用的指南：knowledge/guides/ 下的 ${guideIds().join('、')} 都还是草稿。`);
  const { id, year, revision, title } = first;
  const older = rest.map((each) => ({ ...each, newer: { id, year, revision, title } }));
  const newest = older.length > 0 ? { ...first, older } : first;
  const all = [newest, ...older];
  return { newest, all, guide: (wanted) => all.find((each) => each.id === wanted) ?? loadGuide(wanted) };
}

let newest: Guide | undefined;

/** The newest guide of the project itself, looked up once. */
export function newestGuide(): Guide {
  newest ??= guidesOnFile().newest;
  return newest;
}

/** By year, then revision, the newest first. */
function inOrder(guides: readonly Guide[]): Guide[] {
  const sorted = [...guides].sort((one, other) => other.year - one.year || other.revision - one.revision);
  sorted.forEach((each, at) => {
    const before = sorted[at - 1];
    if (before?.year === each.year && before.revision === each.revision)
      throw new Error(
        `指南 ${before.id} 和 ${each.id} 都是${each.year}年第${each.revision}版，分不出哪一份新。请在新的那一份的 guide.json 写上更大的 revision。`,
      );
  });
  return sorted;
}
