/** What the items of the lists of facts are called, in the order in which they are shown. */
import type { AgreementContent, DomesticContent, IndicatorKind, NarrativePoint } from './facts.ts';
import { inLanguage, type Language, type Texts } from './language.ts';

export const agreementContentNames: Record<AgreementContent, string> = {
  tasks: '任务分工',
  indicators: '考核指标',
  fundsSplit: '财政经费分配比例',
  ip: '知识产权归属',
  goals: '合作目标',
  fundsSource: '资金来源',
  mode: '合作方式',
  validity: '有效期',
  disputes: '争议解决方式',
  revenue: '成果转化收益归属',
};

const domesticContentNames: Record<DomesticContent, string> = {
  goals: '合作目标',
  tasks: '职责和任务分工',
  indicators: '考核指标',
  fundsSplit: '经费分配',
  ip: '知识产权条款',
  validity: '有效期',
  disputes: '争议解决方式',
};

const indicatorNames: Record<IndicatorKind, string> = {
  economic: '经济指标',
  technical: '技术指标',
  ip: '知识产权指标',
};

const narrativeNames: Record<NarrativePoint, string> = {
  advanced: '先进性',
  feasible: '可实施性',
  market: '市场前景',
};

const byFact: Texts<Readonly<Record<string, Readonly<Record<string, string>>>>> = {
  name: 'items',
  zh: {
    'agreement.content': agreementContentNames,
    'domesticAgreement.content': domesticContentNames,
    'app.indicatorsStated': indicatorNames,
    'app.narrativeDone': narrativeNames,
  },
};

/** The name of an item of the list that a fact holds. */
export function itemName(fact: string, item: string, language: Language): string {
  return inLanguage(byFact, language)[fact]?.[item] ?? item;
}
