import type { AuditYears } from '../../../knowledge/read/readAuditYears.ts';
import type { Example, Reading } from '../../../knowledge/reading.ts';

type Expected = Reading<AuditYears> | undefined;

const years = (...list: number[]): Expected => ({ is: 'value', value: { years: list } });
const complete = (...list: number[]): Expected => ({ is: 'value', value: { years: list, statements: true } });
const lacking = (...list: number[]): Expected => ({ is: 'value', value: { years: list, statements: false } });
const said = (list: number[], echo: string): Expected => ({ is: 'value', value: { years: list }, echo });
const ask = (hint: string): Expected => ({ is: 'ask', hint });
const unknown: Expected = { is: 'unknown' };
const both = '按 2021、2022 年度有记。';
const neither = '按 2021、2022 年度都还没有记。';
const which = ask('2021、2022 年度的审计报告，哪一年的有？');
const other = ask('要会计师事务所出的年度审计报告，哪几个年度有？');
const oneYear = ask('是哪一个年度的？例如 2022 年度。');
const name = ask('请写明年度，例如：2021、2022 年度都有。');
const eachYear = ask('请逐年写清楚，例如：2021、2022 年度都有。');

/** The years 2021 and 2022 are asked for. */
export const audits: Example<AuditYears>[] = [
  // both
  ['两年都有', years(2021, 2022)],
  ['2年都有', years(2021, 2022)],
  ['两年的都审过', years(2021, 2022)],
  ['两个年度都有', years(2021, 2022)],
  ['两份都出了', years(2021, 2022)],
  ['都有', years(2021, 2022)],
  ['都有哈', years(2021, 2022)],
  ['都审过了～', years(2021, 2022)],
  ['2021和2022都有', years(2021, 2022)],
  ['2021、2022年度的都有', years(2021, 2022)],
  ['2021年和2022年的都审了', years(2021, 2022)],
  ['21、22年都有', years(2021, 2022)],
  ['2021-2022年都有', years(2021, 2022)],
  ['二〇二一年和二〇二二年都有', years(2021, 2022)],
  ['2021年有，2022年也有', years(2021, 2022)],
  ['近三年都有', years(2021, 2022)],
  ['都有，三张表全', complete(2021, 2022)],
  ['两年都有，事务所审过的，三张表全', complete(2021, 2022)],
  ['两年都有，三张表都在', complete(2021, 2022)],
  ['两年都有三张表齐全', complete(2021, 2022)],
  ['两年都有，缺现金流量表', lacking(2021, 2022)],
  ['两年都有，但是没有现金流量表', lacking(2021, 2022)],
  ['都有，就是报表不全', lacking(2021, 2022)],
  ['都有，只有两张表', lacking(2021, 2022)],
  ['都有，表也全', complete(2021, 2022)],
  ['有', said([2021, 2022], both)],
  ['有的', said([2021, 2022], both)],
  ['有两年的', years(2021, 2022)],
  ['2021年2022年都有', years(2021, 2022)],
  ['2021.2022都有', years(2021, 2022)],
  ['2020、2021、2022都有', years(2020, 2021, 2022)],
  ['审过了', said([2021, 2022], both)],
  // one
  ['只有2022年的', years(2022)],
  ['只有2022年度的～', years(2022)],
  ['只有22年的', years(2022)],
  ['2022年度的审过了，三张表全，2021年还没公司', complete(2022)],
  ['2022年度的审过了，2021年还没公司', years(2022)],
  ['22年的有21年的没有', years(2022)],
  ['2022年的有，2021年的没有', years(2022)],
  ['2021年没有，2022年有', years(2022)],
  ['2021年的有，2022年的在审', years(2021)],
  ['2021年的有，2022年的还没出', years(2021)],
  ['2021有，2022正在审', years(2021)],
  ['除了2021年都有', years(2022)],
  ['还差2021年的', said([2022], '按 2022 年度有记。')],
  ['只有2022年的，缺现金流量表', lacking(2022)],
  ['只有2020年的', years(2020)],
  // none
  ['都没有', years()],
  ['两年都没有', years()],
  ['一份都没有', years()],
  ['2021年和2022年的都没有', years()],
  ['没有', said([], neither)],
  ['还没有', said([], neither)],
  ['没审过', said([], neither)],
  ['在审', said([], neither)],
  ['正在审', said([], neither)],
  ['2021年2022年都没有', years()],
  ['2021没做，2022也没做', years()],
  ['没有审计报告，只有财务报表', years()],
  ['正在请事务所审', said([], neither)],
  // asked about
  ['2022年的审过了', ask('2021 年度的审计报告有没有？')],
  ['2021年的没有', ask('2022 年度的审计报告有没有？')],
  ['公司2022年才成立，没有2021年的', ask('2022 年度的审计报告有没有？')],
  ['只有一年', oneYear],
  ['就一份', oneYear],
  ['2022年度', which],
  ['公司2022年成立的', which],
  ['缺现金流量表', ask('哪几个年度有审计报告？请这样写：两年都有，缺现金流量表。')],
  ['三张表全', ask('哪几个年度有审计报告？请这样写：两年都有，三张表全。')],
  ['税审的', other],
  ['有税务审计报告', other],
  ['只有汇算清缴报告', other],
  ['内审过', other],
  ['去年的有', name],
  ['大概有吧', name],
  ['都有，2021年没有', eachYear],
  ['2022年有，2022年没有', eachYear],
  ['有2022年的没有2021年的', eachYear],
  ['2021年的不清楚，2022年的有', ask('请只写能确定的，例如：2022 年度有。')],
  ['不是都有', eachYear],
  ['没都有', eachYear],
  ['不是两年都有', eachYear],
  // not known
  ['不知道', unknown],
  ['要问财务', unknown],
  ['不清楚，回头再查', unknown],
  ['得查一下', unknown],
  // not understood, or about something else
  ['', undefined],
  ['教授', undefined],
  ['我们是高校', undefined],
  ['审计报告要几年的？', undefined],
  ['没有现金流量表可以吗', undefined],
  ['有，独立法人', undefined],
  ['没有，就走一个推荐单位', undefined],
  ['有，2021年省科技厅批的联合实验室', undefined],
  ['100万', undefined],
];
