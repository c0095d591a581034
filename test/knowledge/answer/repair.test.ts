import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../../knowledge/answer/normalise.ts';
import { repaired } from '../../../knowledge/answer/repair.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';

const guide = loadGuide('jx-intl-2023');

describe('words typed by their sound', () => {
  it.each([
    ['芬兰的协义有几份', '芬兰的协议有几份'],
    ['宜纯跟谁结了对', '宜春跟谁结了对'],
    ['想问报那个方项', '想问报那个方向'],
    ['额萝斯有协议没', '俄罗斯有协议没'],
    ['误捡率是多少', '误检率是多少'],
    ['企业要不要配讨', '企业要不要配套'],
  ])('%s', (typed, meant) => {
    expect(repaired(typed, guide)).toBe(meant);
  });

  it.each([
    '排第一的参与单位是法方',
    '跟澳大利亚合建的实验室',
    '2003年转制了',
    '我们团队弄无人机遥感监测山火的',
    '种脐橙的合作社',
    '21年的是税审',
    '想问下能不能先报',
    'can we apply with a german partner',
    '',
  ])('what is in order stays: %s', (typed) => {
    expect(repaired(typed, guide)).toBe(typed);
  });

  it('hardly touches what people typed as answers: most of those are no slips', () => {
    const typed = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((round) => {
      const file = new URL(`../../eval/answers-${round}.json`, import.meta.url);
      return (JSON.parse(readFileSync(file, 'utf8')) as { say: string }[]).map(({ say }) => normalise(say));
    });
    const changed = typed.filter((say) => repaired(say, guide) !== say);
    expect(typed.length).toBeGreaterThan(2000);
    expect(changed.length, changed.join('\n')).toBeLessThanOrEqual(8);
  });
});
