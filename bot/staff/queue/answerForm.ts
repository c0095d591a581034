/** The answer as the form sends it, checked: the text, a clause that exists, who else gets it. */
import { z } from 'zod';
import type { Guide } from '../../../knowledge/guide.ts';
import { type Clause, clausesOf } from './clauses.ts';

/** Characters of an answer. */
export const mostText = 2000;

/** What stands in the form, whether or not it may be sent. */
export interface Draft {
  text: string;
  /** As it was chosen; empty for none. */
  clause: string;
  /** Items that get the same answer. */
  others: string[];
  propose: boolean;
  close: boolean;
}

export interface Checked {
  draft: Draft;
  /** The id of the form, which becomes the act's. */
  form: string | undefined;
  clause?: Clause;
  /** Why it may not be sent, as sentences. */
  faults: string[];
}

const formId = z.uuid();

/** @param offered items that may get the same answer */
export function checkedAnswer(form: URLSearchParams, guide: Guide, offered: readonly string[]): Checked {
  const text = (form.get('text') ?? '').replaceAll('\r\n', '\n').toWellFormed().trim();
  const named = form.get('clause') ?? '';
  const clause = clausesOf(guide).get(named);
  const ticked = new Set(form.getAll('other'));
  const others = form.get('same') === '1' ? offered.filter((item) => ticked.has(item)) : [];
  const length = [...text].length;
  const faults = [
    ...(length === 0 ? ['请写答复内容。'] : []),
    ...(length > mostText ? [`答复最多 ${mostText} 字，现在有 ${length} 字。`] : []),
    ...(controls.test(text) ? ['答复里有看不见的控制字符，请重新输入。'] : []),
    ...(named !== '' && !clause ? ['所选条款不在本年度指南里，请重新选择。'] : []),
  ];
  return {
    draft: {
      text,
      clause: clause ? named : '',
      others,
      propose: form.get('propose') === '1',
      close: form.get('close') === '1',
    },
    form: formId.safeParse(form.get('form')).data,
    ...(clause && { clause }),
    faults,
  };
}

/** What nobody types: it would turn words round, or hide them, where they arrive. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

export const emptyDraft = (others: readonly string[]): Draft => ({
  text: '',
  clause: '',
  others: [...others],
  propose: false,
  close: true,
});
