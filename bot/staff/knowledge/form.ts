/** What the form sends, as the content of a proposal. */
import type { Overlay } from '../../../knowledge/overlay.ts';
import { type Content, content } from './proposal.ts';
import { conceptName, meaningOf } from './trial.ts';

export interface FormRead {
  content: Content;
  like?: string;
  /** What is wrong with the form itself. */
  problems: string[];
}

const kinds: readonly string[] = ['unit', 'word', 'ruling', 'removal'];

/** Undefined for what is no form of ours. */
export function formRead(form: URLSearchParams): FormRead | undefined {
  const field = (name: string): string => form.get(name) ?? '';
  const kind = field('kind');
  if (!kinds.includes(kind)) return undefined;
  if (kind === 'word') return wordRead(form);
  const given = {
    kind,
    questions: field('questions').split('\n').slice(0, 200),
    ...Object.fromEntries(
      ['answer', 'clause', 'quote', 'replaces', 'point', 'choice', 'note', 'of', 'id'].map((name) => [
        name,
        field(name),
      ]),
    ),
  };
  // A sentence of a clause that was chosen before another one.
  const parsed = content.safeParse(given.kind === 'unit' && field('clause') === '' ? { ...given, quote: '' } : given);
  return parsed.success ? { content: parsed.data, problems: [] } : undefined;
}

/** What the word means is told by another word: it may mean all that that one may. */
function wordRead(form: URLSearchParams): FormRead | undefined {
  const like = (form.get('like') ?? '').slice(0, 100).trim();
  const concept = like === '' ? (form.get('concept') ?? '') : meaningOf(like);
  const parsed = content.safeParse({ kind: 'word', word: form.get('word') ?? '', concept });
  if (!parsed.success) return undefined;
  const unknown = like !== '' && concept === '';
  return { content: parsed.data, like, problems: unknown ? [`助手还不懂“${like}”，请换一个更常见的说法。`] : [] };
}

/** An empty form, or one that begins with what is published or asked. */
export function formBegun(query: URLSearchParams, overlay: Overlay | null): FormRead | undefined {
  const form = new URLSearchParams(query);
  if (!form.has('kind')) form.set('kind', 'unit');
  const replaced = overlay?.units.find(({ id }) => id === form.get('replaces'));
  if (replaced) {
    const { questions, answer, clause = '', quote = '' } = replaced;
    form.set('questions', questions.join('\n'));
    for (const [name, value] of Object.entries({ answer, clause, quote })) form.set(name, value);
  }
  return formRead(form);
}

/** What stands in the field of a word whose meaning is known. */
export function likeOf(given: Content): string {
  return given.kind === 'word' && given.concept !== '' ? (conceptName(given.concept).split('、')[0] ?? '') : '';
}
