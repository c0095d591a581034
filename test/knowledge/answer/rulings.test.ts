import { describe, expect, test } from 'vitest';
import { ask } from '../../../knowledge/answer/ask.ts';
import { approvedBy, ruled } from '../../support/published.ts';
import { guide } from '../../support/readyCase.ts';

const today = '2026-11-23';

describe('a question about an open point', () => {
  const says = (question: string, choices: Readonly<Record<string, string>>) =>
    ask({ text: question, guide, overlay: ruled(guide, choices), today }).answer;
  const points = guide.openPoints.flatMap(({ id, ask: questions, options }) =>
    options.flatMap((option) => questions.map((question) => ({ id, question, choice: option.id, text: option.says }))),
  );
  test.each(points)('$question is answered by the ruling $choice', ({ id, question, choice, text }) => {
    const { status, answer, citations, overlay } = says(question, { [id]: choice });
    expect(status).toBe('answered');
    expect(answer).toContain(`咨询台答复（2026年11月23日，${approvedBy}）`);
    expect(answer).toContain(text.replace(/。$/, ''));
    expect(citations[0]).toEqual({ source: '咨询台答复', date: '2026-11-23', quote: text });
    expect(overlay).toBe('2026-11-23-1');
  });

  const told: readonly [question: string, choices: Readonly<Record<string, string>>, holds: string][] = [
    ['我们单位2022年5月1日当天拿的营业执照，可以报吗', { 'registered-on-the-day': 'counts' }, '符合，按咨询台答复'],
    ['2022年5月1日成立的公司行不行', { 'registered-on-the-day': 'does-not-count' }, '不符合，按咨询台答复'],
    ['外方2020年6月1日注册的行吗', { 'partner-three-years': 'june-2023' }, '符合，按咨询台答复'],
    ['外方2020年6月2日注册的行吗', { 'partner-three-years': 'june-2023' }, '不符合，按咨询台答复'],
    ['外方2020年5月注册行吗', { 'partner-three-years': 'may-2023' }, '要看具体日期，按咨询台答复'],
    ['外方2020年注册行吗', { 'partner-three-years': 'may-2023' }, '要看具体日期，按咨询台答复'],
    ['合作方成立刚好3年行吗', { 'partner-three-years': 'may-2023' }, '算到2023年5月1日为止'],
    ['塞浦路斯能报方向三吗', { cyprus: 'europe-americas' }, '按咨询台答复'],
    ['台湾的企业能当外方吗', { 'taiwan-partner': 'not-allowed' }, '不能作这一批项目的合作单位'],
    ['2022年3月成立的企业审计报告只有一年', { 'young-company-audit': 'since-founding' }, '提供成立以来各年度'],
    ['合作方一家在德国一家在日本报哪类', { 'both-categories': 'direction' }, '由申报单位自选'],
    ['互访可以线上吗', { 'online-exchange': 'in-person' }, '都须当面进行'],
  ];
  test.each(told)('%s', (question, choices, holds) => {
    expect(says(question, choices).answer).toContain(holds);
  });

  const elsewhere: readonly [question: string, point: string][] = [
    ['2020年成立的企业要交审计报告吗', 'young-company-audit'],
    ['2021年成立的企业审计报告要几年', 'young-company-audit'],
    ['新成立的高校要审计吗', 'young-company-audit'],
    ['国际组织能当申报单位吗', 'international-organisation'],
    ['国际组织发的奖算成果吗', 'international-organisation'],
    ['台资企业在江西注册能申报吗', 'taiwan-partner'],
    ['退休公务员能当成员吗', 'civil-servant-member'],
    ['参公人员能当成员吗', 'civil-servant-member'],
    ['外方公务员能当成员吗', 'civil-servant-member'],
    ['线上会议能算培养研究生吗', 'online-exchange'],
  ];
  test.each(elsewhere)('%s keeps the answer of the guide, whatever is ruled on %s', (question, point) => {
    const bare = ask({ text: question, guide, overlay: null, today }).answer;
    for (const { id } of guide.openPoints.find((each) => each.id === point)?.options ?? []) {
      const { status, answer } = says(question, { [point]: id });
      const [first = ''] = bare.answer.split('\n');
      expect([status, answer.split('\n')[0]]).toEqual([bare.status, first]);
      // What is told behind it says of what.
      expect(
        answer.split('\n').filter((line) => line.includes('按咨询台答复') && !line.startsWith('另：关于“')),
      ).toEqual([]);
    }
  });

  test('near a point gets the ruling behind the answer of the guide, by its name', () => {
    const { answer, citations } = says('新成立的高校要审计吗', { 'young-company-audit': 'waived' });
    expect(answer).toContain('\n另：关于“2022年成立的企业的审计报告”，按咨询台答复（2026年11月23日');
    expect(citations.at(-1)).toMatchObject({ source: '咨询台答复' });
  });

  test.each([
    ['事业单位注册时间怎么算', 'public-institution-date', 'approval'],
    ['财政经费能不能拨给外方', 'money-abroad', 'no'],
    ['芬兰的协议到期了算不算框架下', 'expired-agreements', 'in-force'],
    ['2022年5月1日前包括5月1日吗', 'registered-on-the-day', 'does-not-count'],
    ['台湾大学可以当合作方吗', 'taiwan-partner', 'not-allowed'],
    ['世界卫生组织作合作方归哪一类', 'international-organisation', 'not-allowed'],
    ['机关干部参加项目组行不行', 'civil-servant-member', 'not-allowed'],
    ['线上会议算不算', 'online-exchange', 'in-person'],
  ])('%s is answered by the ruling alone', (question, point, choice) => {
    const { status, answer } = says(question, { [point]: choice });
    expect(status).toBe('answered');
    expect(answer).toMatch(/^按咨询台答复/);
    expect(answer).not.toMatch(/指南没有写|请向科技厅确认/);
  });

  test('that lies beside it is answered as ever', () => {
    const all = Object.fromEntries(guide.openPoints.map(({ id, options }) => [id, options[0]?.id ?? '']));
    const beside = [
      '2022年4月30日成立的公司行不行',
      '2022年5月2日成立的公司行不行',
      '外方2019年注册的行吗',
      '日本属于哪一类',
      '审计报告要哪两年的',
      '港澳合作项目报哪一类',
      '和外方要互访几次',
      '台湾科学家受聘于内地单位能当负责人吗',
      '公务员能当负责人吗',
    ];
    for (const question of beside)
      expect(says(question, all).answer).toBe(ask({ text: question, guide, overlay: null, today }).answer.answer);
  });
});
