/** Somebody whom another site has recognised: their account here, made at the first time; without a role from there an admin lets them in. */
import { type Account, type Accounts, memberName, NameTakenError } from '../accounts/account.ts';
import type { Role, StaffSurroundings } from '../route.ts';

export interface Recognised {
  /** Unique among all ways. */
  identity: string;
  /** How, in words. */
  by: string;
  /** As the other site calls them; anything. */
  name: string;
  /** What the other site says that they may. */
  role?: Role;
}

/** Only what names may hold, so that a foreign name cannot look like something else. */
function cleanName(name: string): string {
  const clean = name
    .replace(/[^\p{L}\p{N}\p{M} ·・.\-—_（）()@]+/gu, ' ')
    .trim()
    .slice(0, 40)
    .trim();
  return memberName.safeParse(clean).success ? clean : '未命名';
}

/** The account as it is after this sign-in; whether it may enter stands in its state. */
export async function foreignAccount(
  accounts: Accounts,
  { identity, by, name, role }: Recognised,
  audit: StaffSurroundings['audit'],
): Promise<Account> {
  const known = await accounts.byIdentity(identity);
  if (!known) {
    const state = role ? 'active' : 'waiting';
    const granted = role ? ({ granted: 'provider' } as const) : {};
    const made = await accounts
      .add({ name: cleanName(name), role: role ?? 'reader', state, by, identity, ...granted })
      // The same person in two windows.
      .catch(async (error: unknown) => {
        const other = error instanceof NameTakenError ? await accounts.byIdentity(identity) : undefined;
        if (!other) throw error;
        return other;
      });
    await audit(made, 'account.made', made.id, `${by}${role ? '' : '，等待批准'}`);
    return made;
  }
  if (known.state === 'disabled') return known;
  // What the provider gave it can take away.
  const to = role
    ? ({ role, state: 'active', granted: 'provider' } as const)
    : known.granted === 'provider'
      ? ({ role: 'reader', state: 'waiting' } as const)
      : undefined;
  if (!to || (to.role === known.role && to.state === known.state)) return known;
  const changed = (await accounts.change(known.id, to, 'provider')) ?? known;
  await audit(changed, 'account.role', changed.id, `${by}给的角色`);
  return changed;
}
