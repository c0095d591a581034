/** The second evaluator, sections 一 to 三 of the call, one block a rule. */
import { field, items, type Sets } from './reading.ts';

export function judgeMainText(facts: unknown, sets: Sets): void {
  const unit = field(facts, 'unit');
  const agreement = field(facts, 'agreement');
  const content = field(agreement, 'content');
  const domestic = field(facts, 'domesticAgreement');
  const app = field(facts, 'app');
  const partners = field(facts, 'partners');
  const domesticPartners = items(field(facts, 'domesticPartners'));
  const enterprise = field(unit, 'kind') === 'enterprise';

  // 一 第2段 每项80-120万元
  const applied = field(field(facts, 'funding'), 'appliedWan');
  if (!(typeof applied === 'number' && applied >= 80 && applied <= 120)) sets.missing.push('funding.range');

  // 二 第3段 实施期为3年
  if (field(field(facts, 'project'), 'months') !== 36) sets.missing.push('project.duration');

  // 三（一）
  if (field(app, 'indicatorsStated') !== true) sets.missing.push('app.indicators');
  if (field(app, 'narrativeDone') !== true) sets.missing.push('app.narrative');

  // 三（二）企业…1倍以上的自有资金
  const ownFunds = field(unit, 'ownFundsWan');
  const covered = typeof ownFunds === 'number' && typeof applied === 'number' && ownFunds >= applied;
  if (enterprise && !covered) sets.missing.push('unit.matching-funds');

  // 三（三）至少1家国（境）外参与单位
  if (!Array.isArray(partners)) sets.confirm.push('partner.exists');
  else if (partners.length === 0) sets.failed.push('partner.exists');

  // 三（三）第一参与单位
  if (field(facts, 'firstParticipant') !== 'overseas') sets.missing.push('partner.first-unit-overseas');

  // 三（三）必须就合作项目签署合作协议
  const form = field(agreement, 'form');
  const written = form === 'new-joint' || form === 'long-term-only';
  if (!written) sets.missing.push('agreement.exists');

  // 三（三）须约定各方任务分工、考核指标、财政经费分配比例、知识产权归属
  if (written && field(content, 'tasks') !== true) sets.missing.push('agreement.content-tasks');
  if (written && field(content, 'indicators') !== true) sets.missing.push('agreement.content-indicators');
  if (written && field(content, 'fundsSplit') !== true) sets.missing.push('agreement.content-funds-split');
  if (written && field(content, 'ip') !== true) sets.missing.push('agreement.content-ip');

  // 三（三）法律法规和科研伦理
  if (written && field(agreement, 'lawEthicsOk') !== true) sets.missing.push('agreement.law-ethics');

  // 三（三）未签署相应合作文件的单位不得列为项目参与单位
  const unsigned = domesticPartners.some((partner) => field(partner, 'signed') !== true);
  if (field(domestic, 'exists') === true && unsigned) sets.missing.push('agreement.unsigned-not-listed');

  // 三（三）佐证材料须作为附件; 项目组成员
  if (field(agreement, 'basisEvidenceAttached') !== true) sets.missing.push('docs.basis-evidence');
  if (field(field(facts, 'team'), 'membersFromEveryParty') !== true) sets.missing.push('team.member-each-party');
}
