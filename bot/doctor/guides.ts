/** Which guides are on file, and whether the setting names the newest. */
import { type GuidesOnFile, guidesOnFile } from '../../knowledge/guidesOnFile.ts';
import type { Env } from '../env.ts';
import { olderNamed } from '../guides/named.ts';
import { type Check, failed, ok } from './check.ts';

/** @param open the guides on file; those under `knowledge/guides/` without it */
export function checkGuides(
  { GUIDE_ID }: Pick<Env, 'GUIDE_ID'>,
  open: () => GuidesOnFile = () => guidesOnFile({ named: GUIDE_ID }),
): Check {
  try {
    const guides = open();
    const { newest, all } = guides;
    const older = olderNamed(GUIDE_ID, guides);
    const others = all.slice(1).map(({ id }) => id);
    const says = `按 ${newest.id}（${newest.year}年）作答${others.length > 0 ? `；另有 ${others.join('、')}，问到那一年才答` : ''}`;
    return older === undefined ? ok(says) : failed(says, older);
  } catch (error) {
    return failed('指南读不进来', error instanceof Error ? error.message : '请运行 npm run guide:check。');
  }
}
