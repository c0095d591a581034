/** The room 账号: for admins. */
import { z } from 'zod';
import { Problem } from '../../problem.ts';
import { roleNames } from '../layout.ts';
import { type OpenRoom, type Role, roles, type StaffAnswer, type StaffRequest, type StaffRoute } from '../route.ts';
import { type Account, LastAdminError, memberName, openAccounts } from './account.ts';
import { makeInvite, readInvite, supersede } from './invites.ts';
import { at, linkPage, listPage, onePage } from './pages.ts';

const roleForm = z.enum(roles);
const invitation = z.object({ name: memberName, role: roleForm });

export const accountsRoom: OpenRoom = ({ store, env, now, audit, address }) => {
  const accounts = openAccounts(store.documents, now);
  const timeZone = env.TZ;

  async function accountIn({ params }: StaffRequest): Promise<Account> {
    const account = await accounts.read(params.id ?? '');
    if (!account) throw new Problem(404, '没有这个账号');
    return account;
  }

  /** Where PUBLIC_URL is not set and others than this machine reach the service, only the path is known. */
  async function linkFor(
    { member }: StaffRequest,
    made: { name: string; role: Role; account?: string; generation?: number },
  ): Promise<string> {
    const key = await store.signingKey();
    const token = makeInvite(key, { ...made, by: member.id }, now());
    const invite = readInvite(key, token, now());
    if (invite) await supersede(store.documents, invite);
    return `${address() ?? ''}/staff/invite/${token}`;
  }

  async function changed(
    request: StaffRequest,
    deed: string,
    to: Parameters<typeof accounts.change>[1],
    words: { said: string; note?: string },
  ): Promise<StaffAnswer> {
    const account = await accountIn(request);
    try {
      await accounts.change(account.id, to);
    } catch (error) {
      if (!(error instanceof LastAdminError)) throw error;
      return { page: onePage({ request, account, timeZone, error: `${error.message}。` }), status: 422 };
    }
    await audit(request.member, deed, account.id, words.note ?? account.name);
    return { to: at, said: `${account.name}：${words.said}` };
  }

  const list = async (request: StaffRequest, refused?: { name: string; role: Role; error: string }) =>
    listPage({ request, accounts: await accounts.list(), timeZone, ...(refused && { refused }) });

  const roleIn = ({ form }: StaffRequest): Role => {
    const read = roleForm.safeParse(form.get('role'));
    if (!read.success) throw new Problem(422, '没有这个角色');
    return read.data;
  };

  const routes: StaffRoute[] = [
    { method: 'GET', path: at, role: 'admin', handle: async (request) => ({ page: await list(request) }) },
    {
      method: 'POST',
      path: `${at}/invite`,
      role: 'admin',
      async handle(request) {
        const { form, member } = request;
        const typed = { name: form.get('name') ?? '', role: roleIn(request) };
        const read = invitation.safeParse(typed);
        const error = !read.success
          ? '名字要有 1 到 40 个字，不能有特殊符号'
          : (await accounts.byName(read.data.name))
            ? '这个名字已经有账号'
            : undefined;
        if (!read.success || error !== undefined)
          return {
            page: await list(request, { role: typed.role, name: typed.name.slice(0, 40), error: error ?? '' }),
            status: 422,
          };
        await audit(member, 'account.invite', undefined, `${read.data.name}，${roleNames[read.data.role]}`);
        return { page: linkPage({ name: read.data.name, link: await linkFor(request, read.data), again: false }) };
      },
    },
    {
      method: 'GET',
      path: `${at}/:id`,
      role: 'admin',
      handle: async (request) => ({ page: onePage({ request, account: await accountIn(request), timeZone }) }),
    },
    {
      method: 'POST',
      path: `${at}/:id/role`,
      role: 'admin',
      async handle(request) {
        const role = roleIn(request);
        const { role: before, name } = await accountIn(request);
        const note = `${name}：${roleNames[before]} 改为 ${roleNames[role]}`;
        return changed(
          request,
          'account.role',
          { role, granted: 'admin' },
          { said: `角色改为${roleNames[role]}`, note },
        );
      },
    },
    {
      method: 'POST',
      path: `${at}/:id/approve`,
      role: 'admin',
      async handle(request) {
        const role = roleIn(request);
        const name = memberName.safeParse(request.form.get('name'));
        const account = await accountIn(request);
        if (account.state !== 'waiting') throw new Problem(409, '这个账号已经处理过');
        if (!name.success) {
          const error = '名字要有 1 到 40 个字，不能有特殊符号。';
          return { page: onePage({ request, account, timeZone, error }), status: 422 };
        }
        const words = { said: '可以登录了', note: `${name.data}，${roleNames[role]}` };
        return changed(request, 'account.approve', { role, name: name.data, state: 'active', granted: 'admin' }, words);
      },
    },
    {
      method: 'POST',
      path: `${at}/:id/disable`,
      role: 'admin',
      handle: (request) => changed(request, 'account.disable', { state: 'disabled' }, { said: '已停用' }),
    },
    {
      method: 'POST',
      path: `${at}/:id/enable`,
      role: 'admin',
      handle: (request) => changed(request, 'account.enable', { state: 'active' }, { said: '已恢复' }),
    },
    {
      method: 'POST',
      path: `${at}/:id/reset`,
      role: 'admin',
      async handle(request) {
        const { id, name, role, password, generation } = await accountIn(request);
        if (password === undefined) throw new Problem(409, '这个账号不用密码登录');
        await audit(request.member, 'account.reset', id, name);
        return {
          page: linkPage({ name, link: await linkFor(request, { name, role, account: id, generation }), again: true }),
        };
      },
    },
  ];
  return { nav: { path: at, label: '账号', role: 'admin' }, routes };
};
