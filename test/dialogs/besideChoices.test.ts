/** What is said where the talk asks about itself (确定重来吗, 改哪一题) and is no answer to that. */
import { describe, expect, it } from 'vitest';
import { readyAnswers, type Talk, talk } from '../support/talk.ts';

const askedFor = (command: string): Talk => {
  const told = talk();
  told.sayAll(...readyAnswers.slice(0, 6), command);
  return told;
};

describe('whether to begin anew', () => {
  it.each(['帮助', '进度', '为什么', '结论'])('%s is heard, and it is asked again', (command) => {
    const told = askedFor('重来');
    const before = told.record.facts;
    const replies = told.say(command);
    expect(replies.at(-1)?.question?.id).toBe('confirm.restart');
    expect(replies.at(-1)?.text).not.toContain('接着答');
    expect(told.record.facts).toEqual(before);
  });

  it.each(['重来', '重新开始', '从头开始'])('%s said once more begins anew', (command) => {
    expect(askedFor('重来').say(command)[0]?.question?.id).toBe('behalf');
  });

  it.each(['继续', '上一题', '跳过', '开始自查', '随便'])('%s leaves the answers as they are', (text) => {
    const told = askedFor('重来');
    const before = told.record.facts;
    expect(told.say(text)[0]?.text).toContain('接着答');
    expect(told.record.facts).toEqual(before);
  });
});

describe('which answer to change', () => {
  it('a question about the call that names one is answered, and chooses none', () => {
    const told = askedFor('修改');
    const [reply] = told.say('年龄有什么要求？');
    expect(reply?.answer?.status).toBe('answered');
    expect(reply?.question?.id).toBe('choose.amend');
  });

  it.each(['出生日期', '5'])('%s chooses it', (text) => {
    expect(askedFor('修改').say(text)[0]?.question?.id).toBe('lead.birthDate');
  });
});
