/** Of whom a clause on somebody's post tells: of the lead, also where the writer calls the lead by a title, or of others. */
import { speaksOfOthers } from './tidy.ts';

const relatives =
  /^(?:我|他|她)?(?:的)?(?:父亲|母亲|爸|妈|哥|姐|弟|妹|老婆|老公|先生|太太|夫人|岳父|亲戚|朋友|儿子|女儿)/;
const own = /^(?:虽说|虽然|尽管|我|本人|他|她|是|现在|目前)*(?:当着?|任|兼任?|是)/;
/** 院长也不是公务员, where nobody else is spoken of: the writer's name for the lead. Only a denial is taken so. */
const titled =
  /^(?:我们?的?)?(?:[院所校会社]长|理事长|董事长|导师|课题组长|老板)(?:本人|自己|他|她)?(?:也|都|更|就|肯定|当然|又)*(?:不|没|非|无)/;
const another = /我(?!们)|本人|负责人|(?<!他|她|本人)自己|牵头/;

/** 我爱人是公务员 is somebody else; 我们院长 too, unless it is the lead's own post or the answer speaks of nobody else. */
export function ofOthers(part: string, whole: string): boolean {
  if (relatives.test(part)) return true;
  if (titled.test(part) && !another.test(whole)) return false;
  return speaksOfOthers(part) && !own.test(part);
}
