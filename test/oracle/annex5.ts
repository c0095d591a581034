/** The second evaluator, 附5, one block a rule. */
import { lesserTitles, seniorTitles } from './lists.ts';
import { countryOf } from './preferences.ts';
import { earliest, field, items, latest, type Sets } from './reading.ts';

export function judgeAnnex5(facts: unknown, sets: Sets): void {
  judgeProcess(facts, sets);
  judgeLead(field(facts, 'lead'), sets);
  judgeUnit(field(facts, 'unit'), sets);
  judgePartners(items(field(facts, 'partners')), sets);
  judgeAgreement(field(facts, 'agreement'), sets);
  judgeDomesticAndUs(facts, sets);
}

function judgeProcess(facts: unknown, sets: Sets): void {
  const process = field(facts, 'process');
  const direction = field(facts, 'direction');

  // 附5 一（一）推荐函
  if (field(process, 'recommendationLetter') !== true) sets.missing.push('process.recommendation-letter');

  // 附5 一（二）单个推荐单位，不得重复申报
  if (field(process, 'channels') !== 1 || field(process, 'duplicate') !== false)
    sets.missing.push('process.single-channel');

  // 附5 一（三）与选题方向基本相符
  const fit = field(facts, 'directionFit');
  if (fit === 'does-not-fit') sets.failed.push('direction.fit');
  else if (direction === undefined) sets.confirm.push('direction.fit');
  else if (fit !== 'fits') sets.confirm.push('direction.fit');

  // 附5 一（四）
  if (field(field(facts, 'app'), 'formatComplete') !== true) sets.missing.push('app.format-complete');
}

function judgeLead(lead: unknown, sets: Sets): void {
  // 附5 二（一）1965年6月1日（含）之后出生
  const born = field(lead, 'birthDate');
  if (typeof born === 'string' && latest(born) < '1965-06-01') sets.failed.push('lead.age');
  else if (!(typeof born === 'string' && earliest(born) >= '1965-06-01')) sets.confirm.push('lead.age');

  // 附5 二（一）高级职称或博士学位
  const title = field(lead, 'titleText');
  const degree = field(lead, 'degree');
  let level = field(lead, 'titleLevel');
  const levelAbsent = typeof lead !== 'object' || lead === null || !('titleLevel' in lead) || lead.titleLevel === null;
  if (levelAbsent && typeof title === 'string' && seniorTitles.includes(title)) level = 'senior';
  if (levelAbsent && typeof title === 'string' && lesserTitles.includes(title)) level = 'not-senior';
  if (level !== 'senior' && degree !== 'phd') {
    if (level === 'not-senior' && degree !== undefined) sets.failed.push('lead.title-or-phd');
    else sets.confirm.push('lead.title-or-phd');
  }

  // 附5 二（二）受聘于内地单位的外籍、港澳台科学家
  const origin = field(lead, 'origin');
  const employed = field(lead, 'employedByMainlandUnit');
  if (origin === undefined) sets.confirm.push('lead.foreign-employed');
  else if (origin !== 'mainland' && employed === false) sets.failed.push('lead.foreign-employed');
  else if (origin !== 'mainland' && employed !== true) sets.confirm.push('lead.foreign-employed');

  // 附5 二（二）聘用的有效材料
  const employment = field(lead, 'employment');
  const proofHere = field(lead, 'employmentProofMainland') === true;
  const proofThere = field(lead, 'employmentProofOverseas') === true;
  if (origin !== undefined && origin !== 'mainland' && employed === true) {
    if (employment === undefined) sets.missing.push('lead.employment-proof-full');
    if (employment === 'full-time' && !proofHere) sets.missing.push('lead.employment-proof-full');
    if (employment === 'part-time' && !(proofHere && proofThere)) sets.missing.push('lead.employment-proof-part');
  }

  // 附5 二（三）科研严重失信行为记录
  if (field(lead, 'researchMisconductInForce') === true) sets.failed.push('lead.integrity');
  else if (field(lead, 'researchMisconductInForce') !== false) sets.confirm.push('lead.integrity');

  // 附5 二（三）“黑名单”
  if (field(lead, 'creditBlacklist') === true) sets.failed.push('lead.blacklist');
  else if (field(lead, 'creditBlacklist') !== false) sets.confirm.push('lead.blacklist');

  // 附5 二（四）公务人员
  if (field(lead, 'civilServant') === true) sets.failed.push('lead.not-civil-servant');
  else if (field(lead, 'civilServant') !== false) sets.confirm.push('lead.not-civil-servant');

  // 附5 二（四）行使科技计划管理职能的其他人员
  if (field(lead, 'managesProgrammes') === true) sets.failed.push('lead.not-programme-manager');
  else if (field(lead, 'managesProgrammes') !== false) sets.confirm.push('lead.not-programme-manager');
}

function judgeUnit(unit: unknown, sets: Sets): void {
  // 附5 三（一）在江西省注册
  const inJiangxi = field(unit, 'registeredInJiangxi');
  if (inJiangxi === false) sets.failed.push('unit.registered-in-jiangxi');
  else if (inJiangxi !== true) sets.confirm.push('unit.registered-in-jiangxi');

  // 附5 三（一）2022年5月1日前
  const registered = field(unit, 'registrationDate');
  const surelyBefore = typeof registered === 'string' && latest(registered) < '2022-05-01';
  const surelyAfter = typeof registered === 'string' && earliest(registered) > '2022-05-01';
  if (inJiangxi === true && surelyAfter) sets.failed.push('unit.registered-before');
  else if (inJiangxi !== false && !surelyBefore) sets.confirm.push('unit.registered-before');

  // 附5 三（一）独立法人资格
  if (field(unit, 'legalPerson') === false) sets.failed.push('unit.legal-person');
  else if (field(unit, 'legalPerson') !== true) sets.confirm.push('unit.legal-person');

  // 附5 三（一）企事业单位
  const kind = field(unit, 'kind');
  if (kind === 'government' || kind === 'management-committee') sets.failed.push('unit.kind');
  else if (kind === undefined || kind === 'cooperative' || kind === 'social-organisation')
    sets.confirm.push('unit.kind');

  // 附5 三（二）近2年审计报告
  const years = items(field(unit, 'auditedReportYears'));
  const bothYears = years.includes(2021) && years.includes(2022);
  const foundedTooLate = typeof registered === 'string' && earliest(registered) >= '2022-01-01';
  if (kind === 'enterprise' && !bothYears && foundedTooLate) sets.confirm.push('unit.audit-reports-2y');
  else if (kind === 'enterprise' && !bothYears) sets.missing.push('unit.audit-reports-2y');

  // 附5 三（二）三张表
  if (kind === 'enterprise' && field(unit, 'auditedStatementsComplete') !== true)
    sets.missing.push('unit.audit-3-statements');
}

function judgePartners(partners: unknown[], sets: Sets): void {
  // 附5 三（三）在中国境外注册
  const abroad = partners.map((partner) => field(partner, 'registeredOverseas'));
  if (abroad.includes(false)) sets.failed.push('partner.overseas-registered');
  else if (abroad.includes(undefined)) sets.confirm.push('partner.overseas-registered');

  // 附5 三（三）注册3年以上
  const founded = partners.map((partner) => field(partner, 'registrationDate'));
  const tooYoung = founded.some((date) => typeof date === 'string' && earliest(date) >= '2021-01-01');
  const oldEnough = founded.every((date) => typeof date === 'string' && latest(date) < '2020-05-01');
  if (tooYoung) sets.failed.push('partner.3-years');
  else if (!oldEnough) sets.confirm.push('partner.3-years');

  // 附5 三（三）独立法人资格
  const legal = partners.map((partner) => field(partner, 'legalPerson'));
  if (legal.includes(false)) sets.failed.push('partner.legal-person');
  else if (legal.includes(undefined)) sets.confirm.push('partner.legal-person');

  // 附5 三（三）科研院所、高等学校和企业等
  const kinds = partners.map((partner) => field(partner, 'kind'));
  if (kinds.includes('international-organisation') || kinds.includes(undefined)) sets.confirm.push('partner.kind');

  // 附5 三（三）长期稳定合作基础
  if (partners.some((partner) => field(partner, 'longTermBasis') !== true))
    sets.missing.push('partner.long-term-basis');
}

function judgeAgreement(agreement: unknown, sets: Sets): void {
  const form = field(agreement, 'form');
  const content = field(agreement, 'content');
  const written = form === 'new-joint' || form === 'long-term-only';

  // 附5 四（一）中外方签字, 签署时间
  const bothSigned = field(agreement, 'signedByChina') === true && field(agreement, 'signedByOverseas') === true;
  if (written && !bothSigned) sets.missing.push('agreement.signed-both');
  if (written && field(agreement, 'dateClear') !== true) sets.missing.push('agreement.date-clear');

  // 附5 四（一）通常包括
  const usual = ['goals', 'fundsSource', 'mode', 'validity', 'disputes'];
  if (written && usual.some((part) => field(content, part) !== true)) sets.missing.push('agreement.content-usual');

  // 附5 四（一）知识产权归属和成果转化收益归属; 符合我国法律法规
  const bothOwned = field(content, 'ip') === true && field(content, 'revenue') === true;
  if (written && !bothOwned) sets.missing.push('agreement.ip-and-revenue');
  if (written && field(agreement, 'ipLawOk') !== true) sets.missing.push('agreement.ip-law');

  // 附5 四（一）高亮
  if (written && field(agreement, 'highlighted') !== true) sets.missing.push('agreement.highlight');

  // 附5 四（二）长期合作协议须补充签署
  if (form === 'long-term-only') sets.missing.push('agreement.long-term-supplement');

  // 附5 四（二）中文翻译件, 公章
  const language = field(agreement, 'language');
  const translated = field(agreement, 'translation') === true;
  const sealed = field(agreement, 'translationSealed') === true;
  if (written && language === undefined) sets.missing.push('agreement.translation');
  if (written && language === 'foreign' && !translated) sets.missing.push('agreement.translation');
  if (written && language === 'foreign' && translated && !sealed) sets.missing.push('agreement.translation-seal');
}

function judgeDomesticAndUs(facts: unknown, sets: Sets): void {
  const partners = items(field(facts, 'partners'));
  const domesticPartners = items(field(facts, 'domesticPartners'));
  const domestic = field(facts, 'domesticAgreement');

  // 附5 四（三）与中方参与单位
  if (domesticPartners.length > 0) {
    if (field(domestic, 'exists') !== true) sets.missing.push('domestic.agreement');
    else {
      if (field(domestic, 'sealed') !== true) sets.missing.push('domestic.seals');
      if (field(domestic, 'dateClear') !== true) sets.missing.push('domestic.date');
      if (field(domestic, 'content') !== true) sets.missing.push('domestic.content');
      if (field(domestic, 'highlighted') !== true) sets.missing.push('domestic.highlight');
    }
  }

  // 附5 四（四）合作方为美国的
  if (partners.some((partner) => countryOf(partner) === '美国')) {
    if (field(field(facts, 'us'), 'reported') !== true) sets.missing.push('us.reported');
    if (field(field(facts, 'us'), 'consent') !== true) sets.missing.push('us.consent');
  }
}
