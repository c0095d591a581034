/** The knowledge room: what staff propose, try on past conversations, approve by two, publish and take back. */
import { html } from '../../html.ts';
import type { OpenRoom, Room } from '../route.ts';
import { comparing } from './comparing.ts';
import { deciding } from './deciding.ts';
import { formBegun } from './form.ts';
import { quoteChoice } from './formPage.ts';
import { historyPage } from './historyPage.ts';
import { paths } from './paths.ts';
import { states } from './proposal.ts';
import { allProposals } from './proposals.ts';
import { proposalsPage } from './proposalsPage.ts';
import { publishedPage } from './publishedPage.ts';
import { rulingsPage } from './rulingsPage.ts';
import { gone, isOpen, pageOf, roomTools } from './tools.ts';
import { touchedBy } from './touched.ts';
import { writing } from './writing.ts';

export const knowledgeRoom: OpenRoom = (around): Room => {
  const tools = roomTools(around);
  const { store, overlays, bare, when, may, shownProposal, shownForm, withProposal } = tools;
  const { documents } = store;
  const { write, edit, propose } = writing(tools);
  const { compare, diff, cancel } = comparing(tools);
  const { decide, finish, reject, askRollBack, rollBack } = deciding(tools);
  return {
    nav: { path: paths.published, label: '知识', role: 'reader' },
    routes: [
      {
        method: 'GET',
        path: paths.published,
        role: 'reader',
        async handle(request) {
          await overlays.refresh();
          const [last] = await overlays.history();
          const mayWrite = may(request).write;
          return { page: publishedPage({ overlay: overlays.current(), last, guide: bare(), when, mayWrite }) };
        },
      },
      {
        method: 'GET',
        path: paths.proposals,
        role: 'reader',
        async handle(request) {
          const state = states.find((each) => each === request.query.get('state'));
          const proposals = await allProposals(documents);
          const overlay = overlays.current();
          const mayWrite = may(request).write;
          const page = pageOf(request.query);
          return { page: proposalsPage({ proposals, state, page, guide: bare(), overlay, when, mayWrite }) };
        },
      },
      {
        method: 'GET',
        path: paths.rulings,
        role: 'reader',
        async handle(request) {
          await overlays.refresh();
          const touched = await touchedBy(bare(), store.summaries);
          const mayWrite = may(request).write;
          return { page: rulingsPage({ guide: bare(), overlay: overlays.current(), touched, mayWrite }) };
        },
      },
      {
        method: 'GET',
        path: paths.history,
        role: 'reader',
        async handle(request) {
          await overlays.refresh();
          const history = await overlays.history();
          return {
            page: historyPage({ history, current: overlays.current(), when, mayRollBack: may(request).decide }),
          };
        },
      },
      {
        method: 'GET',
        path: paths.rollback(':version'),
        role: 'reviewer',
        handle: askRollBack,
      },
      { method: 'POST', path: paths.rollback(':version'), role: 'reviewer', handle: rollBack },
      {
        method: 'GET',
        path: paths.quotes,
        role: 'clerk',
        handle({ query }) {
          const part = quoteChoice(query.get('clause') ?? '', undefined, bare());
          return { part: part ?? html`` };
        },
      },
      {
        method: 'GET',
        path: paths.new,
        role: 'clerk',
        handle(request) {
          const read = formBegun(request.query, overlays.current());
          return read ? shownForm(request, read, paths.new) : gone;
        },
      },
      { method: 'POST', path: paths.new, role: 'clerk', handle: write },
      {
        method: 'GET',
        path: paths.proposal(':id'),
        role: 'reader',
        handle: (request) => withProposal(request, (kept) => shownProposal(request, kept)),
      },
      {
        method: 'GET',
        path: paths.proposal(':id', 'edit'),
        role: 'clerk',
        handle: (request) =>
          withProposal(request, (kept) => {
            const { id, content } = kept.proposal;
            if (!isOpen(kept.proposal)) return shownProposal(request, kept, '它已经有结论，不能再改；可以另写一条。');
            return shownForm(request, { content, problems: [] }, paths.proposal(id, 'edit'), { kept });
          }),
      },
      { method: 'POST', path: paths.proposal(':id', 'edit'), role: 'clerk', handle: edit },
      { method: 'POST', path: paths.proposal(':id', 'propose'), role: 'clerk', handle: propose },
      { method: 'POST', path: paths.proposal(':id', 'compare'), role: 'clerk', handle: compare },
      { method: 'GET', path: paths.proposal(':id', 'diff'), role: 'clerk', handle: diff },
      { method: 'POST', path: paths.proposal(':id', 'cancel'), role: 'clerk', handle: cancel },
      { method: 'POST', path: paths.proposal(':id', 'approve'), role: 'reviewer', handle: decide },
      { method: 'POST', path: paths.proposal(':id', 'publish'), role: 'reviewer', handle: finish },
      { method: 'POST', path: paths.proposal(':id', 'reject'), role: 'reviewer', handle: reject },
    ],
    stop: () => tools.running.stop(),
  };
};
