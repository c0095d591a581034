/** How facts are said back: what each is called, and its values in words. */
import type { FactId } from './facts.ts';
import { inLanguage, type Language, type Texts } from './language.ts';

export interface FactWord {
  name: string;
  /** Values in words, by their JSON text without quotes. */
  says?: Readonly<Record<string, string>>;
}

/** A fact id, or a field of a partner. */
type Path =
  | Exclude<FactId, 'partners' | 'domesticPartners'>
  | `partners[].${'name' | 'country' | 'city' | 'registrationDate' | 'registeredOverseas' | 'legalPerson' | 'kind' | 'longTermBasis'}`
  | `domesticPartners[].${'name' | 'signed'}`;

const have = { true: '有', false: '没有' };
const done = { true: '已办', false: '还没有' };
const is = { true: '是', false: '不是' };
const signed = { true: '已签', false: '还没签' };

const texts: Texts<Record<Path, FactWord>> = {
  name: 'facts',
  zh: {
    'unit.name': { name: '申报单位' },
    'unit.kind': {
      name: '单位类别',
      says: {
        enterprise: '企业',
        university: '高校',
        'research-institute': '科研院所',
        hospital: '医院',
        'other-public-institution': '其他事业单位',
        cooperative: '合作社',
        'social-organisation': '社会组织',
        'management-committee': '管委会',
        government: '机关',
      },
    },
    'unit.location': { name: '注册地' },
    'unit.registeredInJiangxi': { name: '在江西注册', says: is },
    'unit.registrationDate': {
      name: '单位注册日期',
    },
    'unit.legalPerson': { name: '申报单位独立法人', says: is },
    'unit.ownFunds': { name: '自有资金' },
    'unit.auditedReportYears': { name: '审计报告' },
    'unit.auditedStatementsComplete': {
      name: '审计报告三张表',
      says: { true: '都在', false: '不全' },
    },
    'lead.birthDate': { name: '出生日期' },
    'lead.titleText': { name: '职称' },
    'lead.titleLevel': {
      name: '职称',
      says: { senior: '高级', 'not-senior': '不是高级', unclear: '要核对' },
    },
    'lead.degree': {
      name: '学位',
      says: { phd: '博士', 'phd-in-progress': '博士在读', master: '硕士', bachelor: '学士', 'no-phd': '没有博士学位' },
    },
    'lead.origin': {
      name: '负责人身份',
      says: { mainland: '内地', foreign: '外籍', hk: '香港', macao: '澳门', taiwan: '台湾' },
    },
    'lead.employedByMainlandUnit': { name: '受聘于内地单位', says: is },
    'lead.employment': { name: '聘用方式', says: { 'full-time': '全职', 'part-time': '兼职' } },
    'lead.employmentProofMainland': { name: '内地单位的聘用材料', says: have },
    'lead.employmentProofOverseas': { name: '境外单位的聘用材料', says: have },
    'lead.researchMisconductInForce': { name: '科研失信记录', says: have },
    'lead.creditBlacklist': { name: '信用黑名单', says: { true: '在', false: '不在' } },
    'lead.civilServant': { name: '机关公务员', says: is },
    'lead.managesProgrammes': { name: '岗位管理科技计划', says: is },
    firstParticipant: {
      name: '第一参与单位',
      says: { overseas: '境外单位', domestic: '境内单位' },
    },
    'us.reported': { name: '向美方单位报告', says: done },
    'us.consent': { name: '美方单位同意', says: done },
    direction: { name: '选题方向' },
    topic: { name: '研究内容' },
    directionFit: { name: '内容与方向', says: { fits: '相符', 'does-not-fit': '不相符' } },
    'funding.applied': { name: '申请经费' },
    'project.months': { name: '项目期限' },
    'agreement.form': {
      name: '联合协议',
      says: { 'new-joint': '为本次申报签的', 'long-term-only': '只有长期协议', none: '还没有' },
    },
    'agreement.signedByChina': { name: '中方签字', says: signed },
    'agreement.signedByOverseas': { name: '外方签字', says: signed },
    'agreement.dateClear': { name: '签署日期', says: { true: '清楚', false: '没写清' } },
    'agreement.content': { name: '协议内容' },
    'agreement.highlighted': { name: '协议高亮', says: { true: '标了', false: '还没标' } },
    'agreement.language': {
      name: '协议文字',
      says: { bilingual: '中外文对照', foreign: '外文', zh: '中文' },
    },
    'agreement.translation': { name: '中文翻译件', says: have },
    'agreement.translationSealed': { name: '翻译件盖章', says: { true: '盖了', false: '没盖' } },
    'agreement.basisEvidenceAttached': {
      name: '合作基础证明材料',
      says: { true: '已附', false: '没附' },
    },
    'agreement.ipLawOk': { name: '知识产权转让', says: { true: '没有不当转让', false: '有转让或独占条款' } },
    'agreement.lawEthicsOk': { name: '伦理法规手续', says: { true: '已办或不涉及', false: '还没办' } },
    'domesticAgreement.exists': { name: '境内合作协议', says: signed },
    'domesticAgreement.sealed': { name: '境内协议签章', says: { true: '齐', false: '不齐' } },
    'domesticAgreement.dateClear': { name: '境内协议日期', says: { true: '清楚', false: '没写清' } },
    'domesticAgreement.content': { name: '境内协议内容' },
    'domesticAgreement.highlighted': { name: '境内协议高亮', says: { true: '标了', false: '还没标' } },
    'team.membersFromEveryParty': {
      name: '各方都有人员',
      says: { true: '都有', false: '不是都有' },
    },
    'process.recommendationLetter': {
      name: '推荐函',
      says: { true: '开了', false: '还没开' },
    },
    'process.channels': { name: '推荐单位个数' },
    'process.duplicate': { name: '重复申报', says: have },
    'app.indicatorsStated': { name: '三类考核指标' },
    'app.narrativeDone': { name: '先进性和市场前景' },
    'app.formatComplete': { name: '格式和附件', says: { true: '完整', false: '还没填完' } },
    jointLab: {
      name: '联合实验室',
      says: { none: '没有', existing: '已建成', planned: '计划建' },
    },
    'partners[].name': {
      name: '境外合作单位',
    },
    'partners[].country': { name: '合作方国家（地区）' },
    'partners[].city': { name: '合作方城市' },
    'partners[].registrationDate': {
      name: '合作方成立时间',
    },
    'partners[].registeredOverseas': { name: '合作方在境外注册', says: is },
    'partners[].legalPerson': { name: '合作方独立法人', says: is },
    'partners[].kind': {
      name: '合作方类别',
      says: {
        university: '大学',
        'research-institute': '研究所',
        enterprise: '企业',
        hospital: '医院',
        'international-organisation': '国际组织',
        other: '其他',
      },
    },
    'partners[].longTermBasis': { name: '长期合作基础', says: have },
    'domesticPartners[].name': { name: '境内参与单位' },
    'domesticPartners[].signed': { name: '境内单位签字', says: signed },
  },
};

/** The words of all facts, by path. */
export function factWords(language: Language): Readonly<Record<string, FactWord>> {
  return inLanguage(texts, language);
}
