/** What somebody sees who decides on a proposal: how it would be answered, what it takes the place of, what lies near. */
import { expect, test } from 'vitest';
import { preview } from '../../../../bot/staff/knowledge/preview.ts';
import { content } from '../../../../bot/staff/knowledge/proposal.ts';
import { trialOf } from '../../../../bot/staff/knowledge/trial.ts';
import { loadGuide } from '../../../../knowledge/loadGuide.ts';

const guide = loadGuide('jx-intl-2023');
const today = '2023-05-08';

function previewed(...questions: string[]) {
  const proposed = content.parse({ kind: 'unit', questions, answer: '这一点由推荐单位说明。' });
  const { overlay: trial, faults } = trialOf(proposed, { guide, current: null, today, by: '李四' });
  if (!trial) throw new Error(faults.join(''));
  return preview(proposed, { guide, current: null, trial, today });
}

test('existing answers nearby are shown with the figures of the guide, not with the names of these', () => {
  const asked = ['单位注册时间有什么要求？', '自筹资金要多少？', '负责人年龄有什么要求？', '推荐函能不能用电子章？'];
  const near = previewed(...asked).flatMap((each) => each.near);
  expect(near.length).toBeGreaterThan(0);
  expect(near.join('\n')).not.toMatch(/\{[pfx]:/);
});

test('somebody is told when the guide itself answers a question today, and only then', () => {
  const [age, seal] = previewed('负责人年龄有什么要求？', '推荐函能不能用电子章？');
  expect(age).toMatchObject({ displaces: true, before: { status: 'answered' } });
  expect(seal?.displaces).toBe(false);
});
