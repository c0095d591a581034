/** Comparing a proposal with past conversations: beginning it, looking at it, ending it early. */
import { type Job, TooManyJobsError } from '../jobs.ts';
import type { StaffAnswer, StaffRequest } from '../route.ts';
import { isDay } from '../transcripts/days.ts';
import { type Compared, jobKind, startComparing } from './compare.ts';
import { described } from './describe.ts';
import { diffPage, diffPart } from './diffPage.ts';
import { paths } from './paths.ts';
import { diffPath } from './proposalPage.ts';
import { isOpen, pageOf, type RoomTools } from './tools.ts';
import { trialOf } from './trial.ts';

export function comparing(tools: RoomTools) {
  const { store, env, now, log, overlays, audit, running, trying, when, bare, shownProposal, withProposal } = tools;

  /** A comparison is only started by this room, so its result is one of these. */
  const jobOf = (id: string | null, proposal: string): Job<Compared> | undefined => {
    const job = running.get(id ?? '');
    return job?.kind === `${jobKind} ${proposal}` ? (job as Job<Compared>) : undefined;
  };

  function compare(request: StaffRequest): Promise<StaffAnswer> {
    const { form, member } = request;
    return withProposal(request, async (kept) => {
      const { proposal } = kept;
      const [since, to] = [form.get('since') ?? '', form.get('until') ?? ''];
      // A day to come cannot have been looked at: it counts only until today.
      const until = to > tools.day() ? tools.day() : to;
      if (!isDay(since) || !isDay(to) || since > until) return shownProposal(request, kept, '日期不对，请重新选择。');
      if (!isOpen(proposal)) return shownProposal(request, kept, '它已经有结论，不用再对照。');
      await overlays.refresh();
      const { overlay: trial, faults } = trialOf(proposal.content, trying(member.name));
      if (!trial || faults.length > 0) return shownProposal(request, kept, '内容还有问题，请先修改。');
      const [already] = running.running(`${jobKind} ${proposal.id}`);
      if (already) return { to: diffPath(proposal.id, already.id) };
      try {
        const job = startComparing(proposal, {
          store,
          jobs: running,
          current: overlays.current(),
          trial,
          since,
          until,
          timeZone: env.TZ,
          by: member,
          now,
          failed: (error) => log.error({ err: error, proposal: proposal.id }, 'comparison failed'),
        });
        await audit(member, 'knowledge.compare', proposal.id, `${since} – ${until}`);
        return { to: diffPath(proposal.id, job.id) };
      } catch (error) {
        if (!(error instanceof TooManyJobsError)) throw error;
        return shownProposal(request, kept, '现在有别的对照正在进行，请过一会儿再试。');
      }
    });
  }

  function diff(request: StaffRequest): Promise<StaffAnswer> {
    const { query, member, partial } = request;
    return withProposal(request, async ({ proposal }) => {
      const job = jobOf(query.get('job'), proposal.id);
      const what = (['answer', 'verdict', 'wording'] as const).find((each) => each === query.get('what'));
      const { title } = described(proposal.content, bare(), overlays.current());
      const shown = { request, id: proposal.id, title, job, guide: tools.guide(), page: pageOf(query), what, when };
      // It shows what people wrote.
      if (job?.state === 'done') await audit(member, 'knowledge.diff.read', proposal.id, job.id);
      return partial ? { part: diffPart(shown) } : { page: diffPage(shown), ...(!job && { status: 404 as const }) };
    });
  }

  function cancel(request: StaffRequest): Promise<StaffAnswer> {
    return withProposal(request, ({ proposal }) => {
      const job = jobOf(request.form.get('job'), proposal.id);
      if (job) running.cancel(job.id);
      return { to: paths.proposal(proposal.id), said: '已取消对照。' };
    });
  }

  return { compare, diff, cancel };
}
