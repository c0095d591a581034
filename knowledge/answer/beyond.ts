/** The honest no: what is asked is not written in the guide. */
import type { Draft } from './draft.ts';

/** Longest stretch of a question that is said back. */
const longest = 10;

/** A draft that says so. */
export function beyondGuide(): Draft {
  const text = {
    zh: '指南没有写这一点，我不能猜，也不能保证什么；我只回答{x:guideTitle}的问题。',
    en: 'The guide does not say, and I cannot guess; I only answer questions about the {x:guideYear} Jiangxi international S&T cooperation guide.',
  };
  return { id: 'nothing', status: 'not-in-guide', text, citations: [], uses: [] };
}

/** The same, where a rule is near: its sentence is quoted. */
export function beyondRule(draft: Draft, unknown: string | undefined): Draft {
  const what = unknown === undefined ? '您问的这一点' : `“${unknown.slice(0, longest)}”`;
  const near = draft.citations.length === 0 ? '' : '；最接近的规定附在下面';
  return {
    id: `${draft.id}+residual`,
    status: 'not-in-guide',
    text: {
      zh: `指南没有进一步写到${what}，我不能替您定${near}。`,
      en: 'The guide does not say this; the nearest rule is quoted below.',
    },
    citations: draft.citations,
    uses: draft.uses,
    ...(draft.suggestions === undefined ? {} : { suggestions: draft.suggestions }),
  };
}

/** The rule, where its reason is asked for and the guide gives none. */
export function withoutReason(draft: Draft): Draft {
  return {
    ...draft,
    id: `${draft.id}+reason`,
    status: 'not-in-guide',
    text: {
      zh: '指南没有写为什么这样规定，只写了规定本身，原文附在下面。',
      en: 'The guide does not say why; it only states the rule, quoted below.',
    },
  };
}
