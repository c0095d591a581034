/** The room of the transcripts: find, read, judge, take away. */
import { mayDo } from '../accounts/account.ts';
import type { Room, StaffAnswer, StaffRequest, StaffSurroundings } from '../route.ts';
import { flag, judge, note } from './acts.ts';
import { excel, zip } from './exports.ts';
import { filterOf, listPath, queryOf } from './filter.ts';
import { pageOf, talkList } from './list.ts';
import { listPage } from './listPage.ts';
import { namesOf } from './names.ts';
import { file, print, read } from './read.ts';

/** Conversations of one file: at some hundred lines each, half of what a sheet of Excel takes. */
const usual = { mostExported: 5000 };

/** @param bounds smaller in tests */
export function transcriptsRoom(given: StaffSurroundings, bounds = usual): Room {
  const surroundings = { ...given, ...bounds };
  const { store, env, guide, mostExported } = surroundings;

  async function list({ query, member, partial }: StaffRequest): Promise<StaffAnswer> {
    const filter = filterOf(query, env.TZ);
    const page = pageOf(query);
    const own = new URLSearchParams(queryOf(filter, env.TZ));
    if (page > 1) own.set('page', String(page));
    const address = own.size === 0 ? listPath : `${listPath}?${own}`;
    // What a form sends empty does not belong into a bookmark; htmx would load the whole page for it.
    if (!partial && own.size !== query.size && address.length < 2000) return { to: address };
    const shown = await talkList(store, filter, page);
    const body = listPage({
      list: shown,
      filter,
      names: namesOf(guide()),
      guide: guide(),
      timeZone: env.TZ,
      mostExported: mayDo(member.role, 'clerk') ? mostExported : 0,
    });
    return { page: { title: '对话', at: listPath, body } };
  }

  return {
    nav: { path: listPath, label: '对话', role: 'reader' },
    routes: [
      { method: 'GET', path: listPath, role: 'reader', handle: list },
      { method: 'GET', path: `${listPath}/:id`, role: 'reader', handle: (request) => read(request, surroundings) },
      {
        method: 'GET',
        path: `${listPath}/:id/print`,
        role: 'reader',
        handle: (request) => print(request, surroundings),
      },
      {
        method: 'GET',
        path: `${listPath}/:id/transcript`,
        role: 'clerk',
        handle: (request) => file(request, surroundings),
      },
      { method: 'POST', path: `${listPath}/:id/note`, role: 'clerk', handle: (request) => note(request, surroundings) },
      { method: 'POST', path: `${listPath}/:id/flag`, role: 'clerk', handle: (request) => flag(request, surroundings) },
      {
        method: 'POST',
        path: `${listPath}/:id/judge`,
        role: 'reviewer',
        handle: (request) => judge(request, surroundings),
      },
      {
        method: 'GET',
        path: '/staff/exports/transcripts.xlsx',
        role: 'clerk',
        handle: (request) => excel(request, surroundings),
      },
      {
        method: 'GET',
        path: '/staff/exports/transcripts.zip',
        role: 'clerk',
        handle: (request) => zip(request, surroundings),
      },
    ],
  };
}
