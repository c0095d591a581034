/** What is said where the setting names a guide that has a newer one beside it on file. */
import type { GuidesOnFile } from '../../knowledge/guidesOnFile.ts';

/** A sentence with what to do; undefined where the setting names the newest. */
export function olderNamed(named: string, { newest, guide }: GuidesOnFile): string | undefined {
  if (named === newest.id) return undefined;
  const { year } = guide(named);
  return (
    `GUIDE_ID 是 ${named}（没有设置时也是它），已有更新的 ${newest.id}：问答、新的自查和接口都按 ${newest.id}，` +
    `${named} 只在问到${year}年时作答，并说明已有新的。请把 GUIDE_ID 改成 ${newest.id}；` +
    `新指南还没有核对完的，先在它的 guide.json 写上 "draft": true`
  );
}
