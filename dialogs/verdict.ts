/** The verdict of a case as a reply: the assessment, and what its card shows beside it. */
import { type Assessment, assess, type Overlay } from '../knowledge/assess.ts';
import { adviceOf, checklist } from '../knowledge/checklist.ts';
import type { Facts } from '../knowledge/facts.ts';
import { numeral } from '../knowledge/fill.ts';
import { decideAll } from '../knowledge/findings.ts';
import type { Guide } from '../knowledge/guide.ts';
import { spokenName } from '../knowledge/places/country.ts';
import { caveat, headline } from '../knowledge/verdictText.ts';
import type { CaseRecord } from '../state/conversation.ts';
import { positionOf } from './position.ts';
import type { Reply, VerdictShown } from './reply.ts';

const categoryNames: Record<Assessment['category'], string> = {
  'europe-americas': '欧洲、美洲国家科技合作',
  'other-countries-regions': '其他国家和地区科技合作',
  mixed: '合作方分属两类，待确认',
  unclear: '待确认',
};

export interface Frame {
  guide: Guide;
  overlay: Overlay | null;
  /** ISO date of the message. */
  today: string;
}

export function verdictReply(record: CaseRecord, { guide, overlay, today }: Frame, intro: string): Reply {
  const { facts } = positionOf(record);
  const assessment = assess(facts, guide, overlay, today);
  const decided = decideAll(facts, guide);
  const rows = checklist(decided, facts, guide, 'zh');
  const met = decided
    .filter(({ row, outcome }) => outcome === 'met' && (row.kind === 'bar' || row.kind === 'remedy'))
    .map(({ row }) => ({ title: row.words.zh.title, clause: row.clause }));
  const verdict: VerdictShown = {
    assessment,
    headline: headline(assessment.verdict, rows),
    subtitle: subtitleOf(record, facts),
    facts: shownFacts(facts, assessment, guide),
    rows,
    advice: adviceOf(decided, facts, guide, 'zh'),
    met,
    caveat: caveat(guide, today),
  };
  return {
    text: `${intro}\n\n${assessment.text}`,
    choices: ['上一题', '重来'],
    verdict,
    basis: { ruleIds: rows.flatMap((row) => row.ids) },
  };
}

function subtitleOf(record: CaseRecord, facts: Facts): string {
  const lead = typeof record.behalf === 'object' ? record.behalf.name : '';
  return [lead, facts['lead.titleText'], facts['unit.name']].filter((each) => each).join('　');
}

function shownFacts(facts: Facts, assessment: Assessment, guide: Guide): { label: string; value: string }[] {
  const partners = (facts.partners ?? [])
    .map(({ country, name }) => [country && spokenName(country), name].filter(Boolean).join('，'))
    .filter(Boolean);
  const direction = guide.directions.find((each) => each.number === facts.direction);
  return [
    ...(partners.length ? [{ label: '合作方', value: partners.join('；') }] : []),
    { label: '类别', value: categoryNames[assessment.category] },
    ...(direction ? [{ label: '选题方向', value: `${numeral(direction.number)}、${direction.title}` }] : []),
  ];
}
