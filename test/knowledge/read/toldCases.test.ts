/** Answers out of whole cases as people told them, with what a careful person would record. */
import { describe, expect, it } from 'vitest';
import { grade, readTyped, type TypedAnswer } from '../../support/gradeAnswers.ts';

const nine = { tasks: true, indicators: true, fundsSplit: true, ip: true, goals: true, fundsSource: true, mode: true };
const all = { ...nine, validity: true, disputes: true, revenue: true };
const content = (said: Record<string, boolean>) => ({ 'agreement.content': said });
const partner = (said: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(said).map(([field, value]) => [`partners[0].${field}`, value]));

const table: readonly (readonly [topic: string, say: string, expect: TypedAnswer['expect']])[] = [
  [
    'domestic.agreement',
    '和冶安的协议签好了，双方签字盖章，有日期，内容齐全，该高亮的也标了',
    {
      'domesticAgreement.exists': true,
      'domesticAgreement.sealed': true,
      'domesticAgreement.dateClear': true,
      'domesticAgreement.highlighted': true,
    },
  ],
  ['lead.origin', '正宗临川人哪里来的外国人', { 'lead.origin': 'mainland' }],
  [
    'lead.origin',
    '外籍，瑞典人。他没有受聘于我们学校，国内别的单位也没有聘他，所以没有内地的聘用材料',
    { 'lead.origin': 'foreign', 'lead.employedByMainlandUnit': false },
  ],
  [
    'lead.integrity',
    '据我们了解都没有，聘之前做过背景调查。',
    { 'lead.researchMisconductInForce': false, 'lead.creditBlacklist': false },
  ],
  ['lead.integrity', '学校正在调查，还没结论', 'ask'],
  [
    'lead.integrity',
    '搞研究冇犯过事就是前年帮我侄子担保钱没还清法院把我列了老赖现在还挂在上头',
    { 'lead.researchMisconductInForce': false, 'lead.creditBlacklist': true },
  ],
  [
    'lead.civil',
    '研究所的人，不是公务员；科技项目的审批管理我也不沾。',
    { 'lead.civilServant': false, 'lead.managesProgrammes': false },
  ],
  [
    'lead.civil',
    '医院是事业单位，院长也不是公务员，科技项目不归他管',
    { 'lead.civilServant': false, 'lead.managesProgrammes': false },
  ],
  ['lead.civil', '我们院长是公务员', 'ask'],
  ['lead.birthDate', '填的我们科长，90年的，等下我翻花名册……9月14', { 'lead.birthDate': '1990-09-14' }],
  ['lead.birthDate', '我自己牵头属马六六年个几月几号身份证不在手上讲不准', { 'lead.birthDate': '1966' }],
  [
    'unit.registration',
    '我去翻下证哈……抚州市民政局发的一九年十一月初六不对不是农历就是11月6号',
    { 'unit.registeredInJiangxi': true, 'unit.registrationDate': '2019-11-06' },
  ],
  [
    'unit.registration',
    '2016年3月15日在浙江衢州成立，2022年9月整体迁到江西高安，执照换成高安的了，成立日期没变',
    { 'unit.registrationDate': '2016-03-15', 'unit.registeredInJiangxi': null },
  ],
  ['unit.registration', '2016年在浙江衢州成立，2022年9月整体迁到江西高安', 'ask'],
  ['unit.kind', '医院 公立的 虽然挂了个医学院教学基地的牌子', { 'unit.kind': 'hospital' }],
  ['unit.legalPerson', '我院系独立法人', { 'unit.legalPerson': true }],
  ['unit.legalPerson', '我们是学院下面的院系，不是独立法人', { 'unit.legalPerson': false }],
  ['unit.name', '叫抚州临川本草研究会前头冇得江西两个字', { 'unit.name': '抚州临川本草研究会' }],
  [
    'partner.basis',
    '2012年结的缘，互派过四批师傅和学生，照片、邀请函、备忘录都附在申报书后面了。',
    partner({ longTermBasis: true }),
  ],
  ['partner.basis', '2022年结的缘，刚刚开始', partner({ longTermBasis: false })],
  [
    'partner.basis',
    '从2017年起给他们供过样件，合同和照片都打算当附件，已经整理进去了',
    { ...partner({ longTermBasis: true }), 'agreement.basisEvidenceAttached': true },
  ],
  [
    'partner.legal',
    '是独立的研究所，自己有法人资格，不隶属哪所大学。',
    partner({ kind: 'research-institute', legalPerson: true }),
  ],
  [
    'partner.registered',
    '额 网站上没写哪年 问了对方博后也没回 反正是在塞浦路斯注册的',
    partner({ registeredOverseas: true }),
  ],
  ['participants', '他们一家，排第一', { domesticPartners: [], firstParticipant: 'overseas' }],
  ['project.duration', '3年 甘特图画到26年', { 'project.months': 36 }],
  [
    'agreement.signed',
    '签了的 我导签了 对面所长也签了  右下角有日期 2023.4.3 是这次专门签的不是以前那个',
    { 'agreement.signedByChina': true, 'agreement.signedByOverseas': true, 'agreement.dateClear': true },
  ],
  [
    'agreement.signed',
    '签了签了今年清明后签个就为报这个我签了他老板也签了日子写得清清楚楚',
    { 'agreement.signedByChina': true, 'agreement.signedByOverseas': true, 'agreement.dateClear': true },
  ],
  [
    'agreement.content',
    '我翻了一下，除了成果转化收益怎么归属没有提，另外九样都写了',
    content({ ...all, revenue: false }),
  ],
  [
    'agreement.content',
    '哪个做哪样有，考核指标有，种子权利归哪个有，目标、钱哪里来、怎么合作、管几年、赚了钱怎么分也有。省里的钱各分几多冇写，扯皮了怎么办也冇写',
    content({ ...all, fundsSplit: false, disputes: false }),
  ],
  [
    'agreement.content',
    '省里拨个钱两边各占几成冇写吵架了找哪个断也冇写别个你列的那些都有赚了钱归哪个也写了',
    content({ ...all, fundsSplit: false, disputes: false }),
  ],
  ['agreement.content', '协议我没看见', 'unknown'],
  [
    'agreement.lawEthics',
    '协议第七条约定软件在北美由美方独占许可使用，这一条可能需要再商量。伦理委员会已出具批件',
    { 'agreement.ipLawOk': false, 'agreement.lawEthicsOk': true },
  ],
  ['agreement.lawEthics', '可能有独占许可，要看协议', 'ask'],
  ['process.channel', '推荐就卫健委一个 重没重复报我得问师兄 他那边好像也有个类似的 不确定', { 'process.channels': 1 }],
  [
    'process.channel',
    '区科技局递了一份东乡那边科技局也递了一份怕一家不成别个项目冇拿这个去报过',
    { 'process.channels': 2, 'process.duplicate': false },
  ],
  ['jointLab', '没有吧 就挂过一个牌子的事情也没成  嗯 没有', { jointLab: 'none' }],
  [
    'app.materials',
    '三样指标写了好不好卖先进不先进都写了就是附件表格还差几张冇填',
    { 'app.indicatorsStated': true, 'app.narrativeDone': true, 'app.formatComplete': false },
  ],
  [
    'app.materials',
    '三类指标我写的 写完了 先进性那些师姐负责 格式附件也是她 写没写完我不知道',
    { 'app.indicatorsStated': true, 'app.narrativeDone': null, 'app.formatComplete': null },
  ],
  [
    'app.materials',
    '指标三种都写了 先进性市场前景也有 是我写的hh  格式对不对 附件全不全 这个不确定',
    { 'app.indicatorsStated': true, 'app.narrativeDone': true, 'app.formatComplete': null },
  ],
  [
    'app.materials',
    '申报书只填了封面[捂脸] 指标啊前景啊都空着，附件也没弄',
    { 'app.indicatorsStated': false, 'app.narrativeDone': false, 'app.formatComplete': false },
  ],
];

describe('an answer told in a whole case', () => {
  it.each(table)('%s: %s', (topic, say, expected) => {
    const typed = { topic, say, expect: expected };
    expect(grade(typed), JSON.stringify(readTyped(typed))).toBe('right');
  });
});
