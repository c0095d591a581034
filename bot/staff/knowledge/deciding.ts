/** Deciding on proposals, and going back to an earlier version. */
import { StaleError } from '../../../state/documents.ts';
import type { StaffAnswer, StaffRequest } from '../route.ts';
import { approve, publish } from './decide.ts';
import { nothing, rollbackPage, type Target } from './historyPage.ts';
import { paths } from './paths.ts';
import type { Proposal } from './proposal.ts';
import { seenOf } from './proposalPage.ts';
import { changeProposal, readProposal } from './proposals.ts';
import { gone, type RoomTools } from './tools.ts';
import { trialOf } from './trial.ts';

export function deciding(tools: RoomTools) {
  const { store, now, past, overlays, audit, trying, when, bare, shownProposal, withProposal } = tools;
  const { documents } = store;

  function decide(request: StaffRequest): Promise<StaffAnswer> {
    const { form, member } = request;
    return withProposal(request, async (kept) => {
      const { proposal } = kept;
      if (proposal.state === 'proposed' && form.get('seen') !== seenOf(proposal))
        return shownProposal(request, kept, '您打开之后内容有变化，请看过现在的内容再批准。');
      if (trialOf(proposal.content, trying(member.name)).faults.length > 0)
        return shownProposal(request, kept, '内容还有问题，不能发布。');
      const done = await approve(kept, { documents, overlays, by: member, now, past });
      return decided(request, proposal, done);
    });
  }

  function finish(request: StaffRequest): Promise<StaffAnswer> {
    return withProposal(request, async (kept) => {
      const { proposal } = kept;
      return decided(request, proposal, await publish(kept, { documents, overlays, now }));
    });
  }

  async function decided(
    request: StaffRequest,
    { id }: Proposal,
    done: { version: string } | { problem: string },
  ): Promise<StaffAnswer> {
    if ('problem' in done) {
      const kept = await readProposal(documents, id);
      return kept ? shownProposal(request, kept, done.problem) : gone;
    }
    await audit(request.member, 'knowledge.publish', id, done.version);
    return { to: paths.proposal(id), said: '已批准并发布，下一句话起生效。' };
  }

  function reject(request: StaffRequest): Promise<StaffAnswer> {
    const { form, member } = request;
    return withProposal(request, async (kept) => {
      const { id, state } = kept.proposal;
      if (state !== 'proposed') return shownProposal(request, kept, '它现在不在待审核的状态。');
      const note = (form.get('note') ?? '').trim().slice(0, 300);
      const by = { id: member.id, name: member.name };
      const step = { did: 'rejected' as const, at: now().toISOString(), by, ...(note !== '' && { note }) };
      await changeProposal(documents, kept, { state: 'rejected' }, step);
      await audit(member, 'knowledge.reject', id);
      return { to: paths.proposal(id), said: '已记为不采纳。' };
    });
  }

  async function versionOf({ params }: StaffRequest): Promise<Target | undefined> {
    await overlays.refresh();
    if (params.version === nothing) return { version: nothing, overlay: null };
    return (await overlays.history()).find(({ version }) => version === params.version);
  }

  async function rollBack(request: StaffRequest): Promise<StaffAnswer> {
    const { member, form } = request;
    const to = await versionOf(request);
    if (!to) return gone;
    if ((overlays.current()?.version ?? '') !== (form.get('on') ?? ''))
      throw new StaleError('overlay', overlays.current()?.version ?? '');
    const { version } = await overlays.rollback(to.version, { id: member.id, name: member.name });
    await audit(member, 'knowledge.rollback', version, to.version);
    return { to: paths.history, said: '已退回，下一句话起生效。' };
  }

  /** Asks whether it is meant. */
  async function askRollBack(request: StaffRequest): Promise<StaffAnswer> {
    const to = await versionOf(request);
    if (!to) return gone;
    return { page: rollbackPage({ request, to, current: overlays.current(), guide: bare(), when }) };
  }

  return { decide, finish, reject, askRollBack, rollBack };
}
