/**
 * Something like the thing asked about, but another: of another project, another year, another copy, another team
 * (函手里有一张，可那是去年项目的，今年这个还没开; 外方留的那本标好了，我们这本没标). Only what is said of this one counts.
 */
import { maxInput } from '../reading.ts';

const other =
  '(?:(?:跟|和|与)?(?:去年|前年|大前年|往年|上一?(?:个|年度?|次|回|届|批|轮)|早年|早先|以前|之前|老早|别的?|别人|另|其[他它]|隔壁|人家|[一二两三四五六七八九十几]年前|20(?:0\\d|1\\d|2[0-2])年?)|(?:保密|意向|采购|实习|学术交流|访学)(?:协议|书)?)';
/** 可那是去年项目的: takes the clause before it along. */
const disowns = new RegExp(
  `^(?:但|可|不过|只是|其实|结果|后来发现|昨天发现)*(?:是)?(?:[那这它]|手[里上]那?)(?:一?[份张个本次回封套])?(?:却|都|也|还|就|其实|原来)*(?:是|给|为|用于)(?:给|为|我们?|我)?${other}(?!单位)`,
);
/** 外方留的那本, 隔壁课题组: whose it is stands in front. */
const foreign =
  /^(?:我们?)?(?:隔壁|邻居|(?:别的|其他|另一?个?|兄弟)(?:课题组|团队|老师|实验室|教研室)|(?:外方|对方|他们|人家)(?:自己)?(?:留|拿|手[里上]|存|保管|保存)的?(?:那|这)?[本份张个]|(?:他们|人家|别人)那(?:个)?(?:课题)?(?:组|队)|我(?:的)?(?:同学|师兄|师姐|师弟|师妹|朋友|室友))/;
const mistaken =
  /^(?:我)?(?:昨天|前天|前面|刚才|刚刚|上次|之前|上回)[^,，。;；]{0,4}(?:讲|说|写|报|填|回)[^,，。;；]{0,10}(?:是我|我|都是|是)(?:搞|弄|说|记|写|讲|看)错/;
const stillForeign = /^(?:他|她|它|人家|那[边个本份]|题目|内容)/;
const ours =
  /我们(?!不一样|不同)|我(?!们|的?(?:同学|师|朋友|室友))|咱|这次|本次|此次|今年|这个(?!专项)|这[份张本]|本项目|本课题/;

/** 去年那本标得清清楚楚，今年这本还是白的: an older one beside this one. */
const older =
  /^(?:跟|和|与)?(?:他们|对方)?(?:有[份个]?)?(?:去年|前年|往年|上一?(?:个|次|回|期|轮|届|批)|上回|以前|之前|早先)[^,，。;；]{0,8}?(?:那[份本个张次]|的?(?:项目|课题|协议|合同|函|本子|版本?|稿子?))/;
const neighbour =
  /^(?:隔壁|别的|其他|兄弟)(?:[^,，。;；]{0,4})(?:学院|单位|公司|课题组|团队|系|医院|学校|家|组)|^(?:另|别的?|其他)(?:一|外)?(?:个|的)*(?:项目|课题)|^(?:我们?)?(?:跟|和|与|同)(?:别的|其他|另一?|另外)[^,，。;；]{0,4}(?:国家|单位|家|学校|公司|个|所)/;
const thisOne =
  /^(?:但|不过|可|而)?(?:是)?(?:这(?:个|次|回|份|本|一|张)|今年|本次|此次|本项目|新的|现在这|我们(?:公司|单位|学校|医院|院|所|社|自己|这边)|我们的?(?=还|也|都|已|这|报|申|是|[没未]))|^(?:跟|和|与|同)[^,，。;；]{0,4}这(?:个|家|次|边)/;

/** The typed text without what is said of another; '' when nothing else is said. */
export function ofThisOne(text: string): string {
  const parts = text.slice(0, maxInput).split(/(?<=[,，。;；!！])/);
  const dropped = new Set<number>();
  for (const [at, part] of parts.entries()) {
    const said = part.trim();
    const before = parts[at - 1]?.trim() ?? '';
    // 昨天跟你讲签了是我搞错: taken back.
    if (mistaken.test(said)) dropped.add(at);
    else if (disowns.test(said) && !/框架|长期|战略/.test(before + said)) {
      dropped.add(at);
      if (!/这次|本次|此次|今年/.test(before)) dropped.add(at - 1);
    } else if (
      (older.test(said) || neighbour.test(said)) &&
      parts.slice(at + 1).some((each) => thisOne.test(each.trim())) &&
      !/框架|长期|战略/.test(text)
    )
      dropped.add(at);
    else if (foreign.test(said) || (dropped.has(at - 1) && foreign.test(before) && stillForeign.test(said)))
      dropped.add(at);
  }
  return dropped.size === 0
    ? text
    : parts.filter((part, at) => !dropped.has(at) || ours.test(part.trim().slice(0, 4))).join('');
}
