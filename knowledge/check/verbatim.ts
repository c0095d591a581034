/** Every text outside `ours` stands word for word in the call; only ids, kinds and labels are exempt, by name. */
import type { Fault } from '../guideFolder.ts';
import type { GuideFileName } from '../guideSchema.ts';
import { type CheckedFolder, fault } from './folder.ts';

/** Names of fields that hold our own ids, kinds and labels, not the call's words. */
const labels = new Set([
  'id',
  'kind',
  'categoryId',
  'op',
  'what',
  'weight',
  'file',
  'sha256',
  /** Composed: the clause checks prove that the clause exists. */
  'clause',
  'no',
]);

/** Fields that are a label in one place only. */
const labelPlaces = [
  /^guide parameters\.[^.]+\.[^.]+\.(unit|value)$/,
  /** 误检率万分之一 is kept as 0.0001 of one. */
  /^directions .*measures\.\d+\.(unit|highUnit)$/,
];

export function checkVerbatim({ files, words }: CheckedFolder): Fault[] {
  const names = Object.keys(files) as GuideFileName[];
  return names.flatMap((name) =>
    textsOf(files[name], [])
      .filter(({ path }) => !isLabel(name, path))
      .filter(({ text }) => text !== '' && !words.includes(text))
      .map(({ path, text }) => fault(`${name}.json`, path.join('.'), '原文里没有这些字', text)),
  );
}

function isLabel(name: string, path: readonly string[]): boolean {
  const field = path.at(-1) ?? '';
  /** What a caution says and when is ours throughout. */
  if (name === 'cautions') return !path.includes('quotes');
  if (path.includes('ours') || labels.has(field)) return true;
  const place = `${name} ${path.join('.')}`;
  return labelPlaces.some((each) => each.test(place));
}

/** All texts inside a value, with the way to each. */
function textsOf(value: unknown, path: readonly string[]): { path: readonly string[]; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, [...path, key]));
}
