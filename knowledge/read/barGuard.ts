/**
 * What may fail somebody is recorded only from a clause that says it of them: 项目管理归科研办 tells of an office, and
 * 至于信用黑名单 only names what is spoken of.
 */

const self = '(?:我(?!们|校|院|所|司|处|局|厅)|本人|他(?!们|人)|她(?!们)|负责人|自己)';
const office =
  '(?:(?:科研|科教|教务|医务|医教|项目|业务|规划|综合|科创|科发|产学研)(?:管理)?[处办科院部](?!长|员)|科技[处办科局厅部]|科管[处办]|科研管理[处办科部]?|[省市县区厅局院校处]里|学校|学院|单位|公司|集团|总部|政府|领导|部门|专人|专职|别人|其他人|另一个?|别的|同事|上级|上面|主管)';
const others = new RegExp(
  `归(?!${self}(?!的))|由(?!${self})[^,]{1,10}(?:管|负责|承担|审|批|立项|组织)|是[^,]{0,8}${office}[^,]{0,4}(?:的事|的活|在管|管的?|负责|的职责|的工作)|(?:是|有)(?:专人|别人|人|另外|其他人|专门的人|同事|专职|别的)[^,]{0,8}(?:管|负责|做|干)|管[^,]{0,8}的是(?!${self})|跟${self}[^,]{0,4}(?:没关系|无关)|轮不到|谈不上`,
);
const officeManages = new RegExp(`^(?:我们?|咱们?|他们|这边|都是?|是|那)*${office}[^,]{0,6}(?:管|负责|审批|立项|评审)`);
const within = new RegExp(`${self}|在[^,]{0,6}(?:科研|科技|计划|项目)`);

/** 他只看病做课题: no post that manages anything. */
export const onlyWorks =
  /^(?:他|她|我|本人|老师|主任|教授|负责人)?(?:平时|主要|一直|就是|都)*(?:只|就|光)(?:是|负责|会)?(?:看|做|搞|教|上|干|带|在一线|写|跑|种|养)/;

/** Whose the managing is that a clause tells of: of others, of an office without saying who is in it, or the lead's. */
export function managedBy(clause: string): 'others' | 'office' | 'lead' {
  // 项目管理是我们科教科的事: the lead may sit there.
  if (
    new RegExp(
      `(?:是|归|由)(?:我们?|咱们?)(?:[^,]{0,4}${office}|[科处办部室院所组这][边里室]?)[^,]{0,4}(?:的事|的活|在管|管的?|负责|的职责|的工作|审批?)`,
    ).test(clause)
  )
    return 'office';
  if (others.test(clause)) return 'others';
  return officeManages.test(clause) && !within.test(clause) ? 'office' : 'lead';
}

const topic =
  '至于|关于|说到|说起|讲到|要说|那个?|这个?|还有|就是|另外|再说|信用|社会|个人|征信|诚信|失信|黑名单|名单|被执行人?|老赖|科研|学术|不端|处理|处罚|惩戒|记录|情况|行为|问题|方面|的话|这块|这边|这事|的事|系统|网站|嘛|么|呢|啊|的|和|与|跟|或|是不是|有没有|我|在?网?上?查过?了?';
const label = new RegExp(`^(?:${topic})+$`);

/** Whether a clause only names what is spoken of, and says nothing of it: 至于信用黑名单. */
export function onlyNames(clause: string): boolean {
  return label.test(clause);
}

const onList =
  /(?:有|被|列|拉|纳|录|加|挂|上了|上过|进|中招|是|成|存在|在[^,]{0,10}[上里内中]|在[^,]{0,6}名单$|限制?高|老赖|[上里内中]$|还在|仍在|[没未][^,]{0,4}(?:撤|移|解|消|出))/;

/** Whether a clause that names the list says that somebody is on it. */
export function saysListed(clause: string): boolean {
  return onList.test(
    clause.replace(/(?:失信)?被执行人?|有关|[哪怎][^,]{0,6}查[^,]*|查过?了?(?=$|的)|是(?:哪|什么|怎么)/g, '名单'),
  );
}
