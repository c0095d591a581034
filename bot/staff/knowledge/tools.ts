/** What the pages of the room and what is done on them have in common: what is published, a proposal by its address, and its page. */

import type { Guide } from '../../../knowledge/guide.ts';
import { dayIn } from '../../dayIn.ts';
import { html } from '../../html.ts';
import { mayDo } from '../accounts/account.ts';
import { type Jobs, jobs } from '../jobs.ts';
import type { StaffAnswer, StaffRequest, StaffSurroundings } from '../route.ts';
import { dayAfter, minuteOf } from '../transcripts/days.ts';
import { jobKind } from './compare.ts';
import { approvalProblem, comparisonProblem } from './decide.ts';
import { type FormRead, likeOf } from './form.ts';
import { formPage } from './formPage.ts';
import { roomPage } from './frame.ts';
import { type Past, pastOf } from './past.ts';
import { preview } from './preview.ts';
import type { Proposal } from './proposal.ts';
import { proposalPage } from './proposalPage.ts';
import { type KeptProposal, readProposal } from './proposals.ts';
import { trialOf } from './trial.ts';

/** For an address under which nothing stands. */
export const gone: StaffAnswer = {
  page: roomPage('没有找到', html`<p>这一条可能已经不在，或者网址不完整。</p>`),
  status: 404,
};

/** It may still be changed and decided on. */
export const isOpen = ({ state }: Proposal): boolean => state === 'draft' || state === 'proposed';

export interface RoomTools extends StaffSurroundings {
  running: Jobs;
  /** The guide without anything on it. */
  bare(): Guide;
  /** The ISO day in the service's zone. */
  day(): string;
  /** A moment as people read it there. */
  when(time: string): string;
  /** What is kept of past conversations now. */
  past(): Promise<Past>;
  may(request: StaffRequest): { write: boolean; decide: boolean };
  trying(by: string): Parameters<typeof trialOf>[1];
  /** `refused`: what could not be done, said above it. */
  shownProposal(request: StaffRequest, kept: KeptProposal, refused?: string): Promise<StaffAnswer>;
  shownForm(
    request: StaffRequest,
    read: FormRead,
    to: string,
    more?: { kept?: KeptProposal; problems?: readonly string[] },
  ): StaffAnswer;
  /** With the proposal that the address names. */
  withProposal(
    request: StaffRequest,
    deed: (kept: KeptProposal) => Promise<StaffAnswer> | StaffAnswer,
  ): Promise<StaffAnswer>;
}

export const pageOf = (query: URLSearchParams): number =>
  Math.max(1, Math.min(10_000, Math.trunc(Number(query.get('page'))) || 1));

export function roomTools(around: StaffSurroundings): RoomTools {
  const { store, env, now, overlays } = around;
  const { documents } = store;
  const running = jobs({ most: 2 });
  const dayOf = dayIn(env.TZ);
  const day = (): string => dayOf(now());
  const when = (time: string): string => minuteOf(time, env.TZ);
  const past = (): Promise<Past> => pastOf(store, now(), env.TZ);
  const bare = (): Guide => around.guide().laid?.bare ?? around.guide();
  const may: RoomTools['may'] = ({ member }) => ({
    write: mayDo(member.role, 'clerk'),
    decide: mayDo(member.role, 'reviewer'),
  });
  const trying: RoomTools['trying'] = (by) => ({ guide: bare(), current: overlays.current(), today: day(), by });

  async function shownProposal(request: StaffRequest, kept: KeptProposal, refused?: string): Promise<StaffAnswer> {
    const { proposal } = kept;
    const { member } = request;
    await overlays.refresh();
    const overlay = overlays.current();
    const { overlay: trial, faults } = trialOf(proposal.content, trying(member.name));
    const fit = trial && faults.length === 0 && isOpen(proposal);
    const version = overlay?.version ?? null;
    const earlier = await past();
    return {
      page: proposalPage({
        request,
        proposal,
        guide: bare(),
        overlay,
        previewed: fit ? preview(proposal.content, { guide: bare(), current: overlay, trial, today: day() }) : [],
        faults,
        comparisonProblem: comparisonProblem(proposal, version, earlier),
        approvalProblem: approvalProblem(proposal, { by: member, version, past: earlier }),
        may: may(request),
        job: running.latest(`${jobKind} ${proposal.id}`)?.id,
        period: { since: dayAfter(day(), -Math.max(30, env.RETENTION_DAYS)), until: day() },
        when,
        ...(refused !== undefined && { refused }),
      }),
      ...(refused !== undefined && { status: 409 as const }),
    };
  }

  function shownForm(
    request: StaffRequest,
    read: FormRead,
    to: string,
    more: { kept?: KeptProposal; problems?: readonly string[] } = {},
  ): StaffAnswer {
    const { kept, problems = [] } = more;
    const { content, like = likeOf(content) } = read;
    return {
      page: formPage({
        request,
        guide: bare(),
        overlay: overlays.current(),
        content,
        to,
        like,
        problems,
        ...(kept && { seen: kept.etag }),
        ...(kept?.proposal.state === 'proposed' && { proposed: true as const }),
      }),
      ...(problems.length > 0 && { status: 422 as const }),
    };
  }

  async function withProposal(
    request: StaffRequest,
    deed: (kept: KeptProposal) => Promise<StaffAnswer> | StaffAnswer,
  ): Promise<StaffAnswer> {
    const id = request.params.id ?? '';
    const kept = /^[\w-]{1,80}$/.test(id) ? await readProposal(documents, id) : undefined;
    return kept ? deed(kept) : gone;
  }

  return { ...around, running, bare, day, when, past, may, trying, shownProposal, shownForm, withProposal };
}
