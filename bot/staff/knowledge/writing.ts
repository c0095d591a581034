/** Writing proposals: new ones, changed ones, drafts that are handed in. */
import { StaleError } from '../../../state/documents.ts';
import type { StaffAnswer, StaffRequest } from '../route.ts';
import { type FormRead, formRead } from './form.ts';
import { paths } from './paths.ts';
import { problemsOf } from './proposal.ts';
import { changeProposal, mayChange, newProposal } from './proposals.ts';
import { gone, isOpen, type RoomTools } from './tools.ts';
import { trialOf } from './trial.ts';

export function writing({ store, env, now, audit, trying, shownForm, shownProposal, withProposal }: RoomTools) {
  const { documents } = store;

  /** What is wrong with what the form sent; a draft may be unfinished. */
  function formProblems({ content, problems }: FormRead, by: string, act: string | null): string[] {
    if (act === 'draft') return [];
    return [...problems, ...(problems.length > 0 ? problemsOf(content) : trialOf(content, trying(by)).faults)];
  }

  async function write(request: StaffRequest): Promise<StaffAnswer> {
    const { form, member } = request;
    const read = formRead(form);
    if (!read) return gone;
    const act = form.get('act');
    if (act === 'quotes') return shownForm(request, read, paths.new);
    const problems = formProblems(read, member.name, act);
    if (problems.length > 0) return shownForm(request, read, paths.new, { problems });
    const draft = act === 'draft';
    const id = await newProposal(documents, read.content, { by: member, now: now(), draft, guide: env.GUIDE_ID });
    await audit(member, draft ? 'knowledge.draft' : 'knowledge.propose', id);
    return { to: paths.proposal(id), said: draft ? '已存为草稿。' : '已提交。下一步：对照过去的对话。' };
  }

  function edit(request: StaffRequest): Promise<StaffAnswer> {
    const { form, member } = request;
    return withProposal(request, async (kept) => {
      const { proposal } = kept;
      const to = paths.proposal(proposal.id, 'edit');
      const read = formRead(form);
      if (!read || read.content.kind !== proposal.content.kind) return gone;
      if (!isOpen(proposal)) return shownProposal(request, kept, '它已经有结论，不能再改；可以另写一条。');
      if (!mayChange(proposal)) return shownProposal(request, kept, '它改过的次数太多，不能再改；请另写一条。');
      if (form.get('seen') !== kept.etag) throw new StaleError('proposal', proposal.id);
      const act = form.get('act');
      if (act === 'quotes') return shownForm(request, read, to, { kept });
      const problems = formProblems(read, member.name, act);
      if (problems.length > 0) return shownForm(request, read, to, { kept, problems });
      const proposes = act !== 'draft' && proposal.state === 'draft';
      await changeProposal(
        documents,
        kept,
        { content: read.content, ...(proposes && { state: 'proposed' as const }) },
        { did: 'edited', at: now().toISOString(), by: { id: member.id, name: member.name } },
      );
      await audit(member, 'knowledge.edit', proposal.id);
      return { to: paths.proposal(proposal.id), said: proposes ? '已提交。下一步：对照过去的对话。' : '已保存。' };
    });
  }

  function propose(request: StaffRequest): Promise<StaffAnswer> {
    const { member } = request;
    return withProposal(request, async (kept) => {
      const { id, state, content } = kept.proposal;
      if (state !== 'draft') return shownProposal(request, kept, '它已经提交过了。');
      if (trialOf(content, trying(member.name)).faults.length > 0)
        return shownProposal(request, kept, '内容还有问题，请先修改。');
      const step = { did: 'proposed' as const, at: now().toISOString(), by: { id: member.id, name: member.name } };
      await changeProposal(documents, kept, { state: 'proposed' }, step);
      await audit(member, 'knowledge.propose', id);
      return { to: paths.proposal(id), said: '已提交。下一步：对照过去的对话。' };
    });
  }

  return { write, edit, propose };
}
