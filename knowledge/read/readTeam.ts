/** Whether every party has somebody in the team: 附5 四（四）. */
import type { Reading } from '../reading.ts';
import { readYesNo } from './readYesNo.ts';
import { ask, clauses, saysMaybe, saysUnknown, statements, unknown, value } from './tidy.ts';

/** Nobody but our own people. */
const onlyOurs =
  /(?:全部?|都|均|清一色|仅|只|光|就)(?:是|有|由|列|写|报)?(?:了)?(?:我|咱|本|自|申报)(?:们|们?单位|们?公司|们?学校|校|院|所|公司|单位|己|方)*(?:的|这边|自己|内部|家|单位|课题组)*(?:人|人员|老师|员工|同事|成员)?(?:的)?(?:人|人员|老师|成员)?$|(?:全部?|都|均|清一色)(?:是|由)[^,。]{0,3}(?:我们|本单位|本校|本院|自己|中方|国内)|(?:只有|就|仅有|光是)(?:我们|中方|国内|自己|咱们)(?!(?:这)?[\d一二两三四五]|和|跟|与)[^,]{0,8}$/;
/** 现在名单里只有我们合作社和县里请的人. */
const onlyHere =
  /(?:只有|就|全是|都是|光是)(?:我们|咱|国内|中方|自己)(?![^,]*(?:外|对方|他们|[美英德法日韩俄泰]))[^,]{0,16}$/;
/** The others have nobody. */
const nobody =
  /(?:外方|对方|他们|境外|国外|老外|参与单位|企业|公司|那边|那家|[一有]家|哪家|海外|外国)[^,。;]{0,10}(?:没|未|无|缺|不派|不出|漏)(?:有|派|出|列|写|安排|落实|进|加|放|参加)?[^,。;题]{0,6}|挂名|没把[^,。]{0,12}(?:放|列|写|加|算)|空缺|[缺差漏少]了?(?:外方|对方|他们|一家|[一两]个单位|那家)/;
const turned = /没有?(?:哪|一|任何)[^,。]{0,6}(?:空|缺|漏|落|没)|[一1]家(?:也|都)?[不没未][缺漏落少]|不缺|没缺|没落/;
const universal =
  /各(?:出|派|有|来|安排)了?[\d一二两三四五六七八九十几]|每(?:一)?[家方个]|各[家方]|[两二三四五六几双多23456](?:家|边|方|个单位)|都|均|全部|所有|皆|各自|家家|方方|大家/;
const somebody =
  /人(?!家|名单还|数|员表|事)|成员|[一1两二三四五六七八\d](?:个|位|名)|派|参加|参与(?!单位(?!都))|在(?:组|里面|名单|内|列)|进(?:了)?组|入(?:了)?组|列(?:了|进|入|在)|教授|工程师|研究员|博士|博后|专家|老师|医生|代表/;
const count = /[一二两三四五六七八九十几\d]+(?:个|位|名)?(?:人|名|位|个|教授|博士|工程师|专家|老师|研究员)?$/;
const foreign =
  /日本|意大利|俄罗斯|加拿大|澳大利亚|新西兰|西班牙|葡萄牙|荷兰|波兰|芬兰|瑞典|瑞士|捷克|新加坡|马来|印度|以色列|外方|对方|他们|人家|境外|国外|老外|[德英法美日韩俄意西荷比瑞丹挪芬捷匈波希葡澳加新泰越马印以巴墨南肯埃加缅老柬菲][方国]|那边|那头|海外|那(?:个|家)|外国/;
const undone =
  /[没未不无缺漏差]|准备|打算|计划|等[着等他对外批通]|再等|等一等|再[加补派]|回头|正在|(?<![主重需])要|(?<![协学员委商理])会(?!员|长)|待|还差|拟|可能/;
const party =
  /(?:我[们校院所司方]|我公司|本[校院所]|咱|自己|\p{Script=Han}方|他们|公司|企业|药[企厂]|合作社|学校|大学|高校|医院|研究所|那[边家头]|国内|境内|[德英法美日韩俄泰]国)[^,。;、没无未不]{0,12}?(?:人|名|位|个|教授|工程师|研究员|博士|专家|老师|医生)/gu;
const merit = /厉害|权威|大牛|大咖|有名|知名|著名|院士|资深|顶尖|很强|靠谱|水平/;
const inTeam = /团队|项目组|课题组|名单|成员|参加|参与|每|各|都有|[一二两三四五六\d](?:个|位|名|人)|派|列|组里/;
const open =
  /商量|商议|讨论|协商|沟通|[没未](?:最后|最终|完全|正式)?定(?!期)|待定|在定|等[^,。]{0,6}定(?!了|好|完|下)|[没未]排|还在[^,。]{0,4}(?:定|排|拟|改|选|找|挑|物色)/;
/** 没有第三家单位: who else takes part says nothing of who is in the team. */
const noOther = /没有?(?:第[三四]|别的?|其[他它])(?:家|个)?(?:参与)?(?:单位|家|方)?(?:了|$)/;
/** 外方还在选人. */
const choosing = /(?:还|仍|正)?在(?:选|找|挑|物色)(?:人|合适)/;
/** 就我一个人. */
const onlyMe = /^(?:现在|目前|暂时)?(?:就|只有?|光)(?:是|有)?我(?:自己)?[一1]个?人?$/;
const hint = '每家参与单位都有人在项目组里吗？请回复“都有”或“不是都有”。';

const notEach = /^(?:目前|现在|暂时|也|并|还)*(?:不是|没有|没|不)(?:每家|每个单位|各家|每方|各方)?都(?:有|派|出|在)/;
/** Reads 都有, 我校6人、外方2人, 全是我们自己的人. */
export function readTeam(text: string): Reading<boolean> | undefined {
  // How many of them have a title or a degree is another matter.
  if (/职称|学位/.test(text)) return undefined;
  const said = statements(text);
  if (said === undefined) return undefined;
  const whole = said.join('。');
  const parts = clauses(said).filter((part) => !noOther.test(part));
  if (parts.some((part) => choosing.test(part) || onlyMe.test(part))) return value(false);
  if (parts.some((part) => /^(?:现在|目前|暂时)[^,]{0,6}没有?(?:人|他们|外方)?$/.test(part))) return value(false);
  if (parts.some((part) => (onlyOurs.test(part) || onlyHere.test(part)) && /^(?:现在|目前|暂时)/.test(part)))
    return value(false);
  if (
    /(?:不确定|不知道|不清楚|没看到|不晓得|没见到)[^,。]{0,4}(?:是不是|是否|有没有|名单)|名单[^,。]{0,4}(?:没看|没见)/.test(
      whole,
    )
  )
    return unknown;
  if (
    parts.some((part) =>
      /^(?:所以|暂时|目前|现在|就|都|也)+(?:还)?没(?:有)?(?:列|写|放|加|排)(?:进去|进来|上|人)?$/.test(part),
    )
  )
    return value(false);
  if (parts.some((part) => notEach.test(part)) && !saysMaybe(whole)) return value(false);
  if (/定/.test(whole) && open.test(whole)) return unknown;
  if (open.test(whole)) return ask(hint);
  if (saysMaybe(whole) || /应该|按理|理论上/.test(whole)) return ask(hint);
  const now = parts.filter((part) => !/^(?:之前|原来|本来|起初|开始|一开始|刚开始|当初|先前|早先|上次)/.test(part));
  const lately = now.length > 0 ? now : parts;
  if (lately.some((part) => !saysUnknown(part) && (onlyOurs.test(part) || nobody.test(part)) && !turned.test(part))) {
    return lately.some(
      (part) => /^(?:现在|后来|昨天|今天|刚)/.test(part) && /加|补|齐|有/.test(part) && !/没/.test(part),
    )
      ? value(true)
      : value(false);
  }
  const firm = lately.filter((part) => !saysUnknown(part) && (!undone.test(part) || turned.test(part)));
  const told = firm.filter((part) => somebody.test(part) || count.test(part) || turned.test(part));
  const clear = firm.length === lately.length;
  // 外方教授是权威: how good they are says nothing of the team.
  if (told.length > 0 && told.every((part) => merit.test(part) && !inTeam.test(part))) return ask(hint);
  if (clear && told.some((part) => universal.test(part) || turned.test(part))) return value(true);
  if (clear && (told.some((part) => foreign.test(part)) || (whole.match(party) ?? []).length > 1)) return value(true);
  // 人员表人事科在做，我没见过: nothing is known of it.
  if (clear === false && told.length === 0 && parts.some(saysUnknown)) return unknown;
  const answer = readYesNo(text);
  return answer?.is === 'value' ? value(answer.value === 'yes', answer.echo) : answer;
}
