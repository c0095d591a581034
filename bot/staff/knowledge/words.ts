/** The room's words for what a proposal is and how far it is. */
import type { Content, Proposal, Step } from './proposal.ts';

export const kindNames: Record<Content['kind'], string> = {
  unit: '问答',
  word: '说法',
  ruling: '口径',
  removal: '撤下',
};

export const stateNames: Record<Proposal['state'], string> = {
  draft: '草稿',
  proposed: '待审核',
  approved: '已批准，发布没有完成',
  published: '已发布',
  rejected: '未采纳',
};

/** Classes of the chip. */
export const stateLooks: Record<Proposal['state'], string> = {
  draft: '',
  proposed: 'warning',
  approved: 'warning',
  published: 'good',
  rejected: 'attention',
};

export const stepNames: Record<Step['did'], string> = {
  drafted: '写了草稿',
  edited: '修改',
  proposed: '提交审核',
  compared: '对照了过去的对话',
  approved: '批准',
  rejected: '不采纳',
  published: '发布',
  returned: '退回待审核',
};

/** What becomes of a rule, in words. */
export const outcomeNames: Record<string, string> = {
  met: '符合',
  unmet: '不符合',
  'to-confirm': '要确认',
  'not-applicable': '不适用',
  open: '未知',
  none: '没有这条',
};
