import { describe, expect, it } from 'vitest';
import { answerTo } from './answerOf.ts';

describe('what counts is where a unit is registered, not where it works or who owns it', () => {
  it.each(['江西注册但是实际在上海办公', '公司注册地南昌，总部在北京，能报吗', '我们营业执照是江西的，办公地点在浙江'])(
    '%s',
    (question) => {
      expect(answerTo(question).answer).toMatch(/看注册地：.*注册在江西的符合这一条/);
    },
  );

  it.each(['外方占股60%的合资企业能申报吗', '国资占股多少才能报', '外商独资企业可以申报吗'])('%s', (question) => {
    expect(answerTo(question).status).toBe('not-in-guide');
  });

  it.each(['上海注册，在江西办公', '湖南的公司能牵头吗'])('%s', (question) => {
    expect(answerTo(question).answer).toMatch(/不能作申报单位/);
  });
});

describe('a direction found for somebody’s work is told to be of the other kind', () => {
  it.each<[string, RegExp]>([
    ['跟德国合作稀土发光材料可以不', /类别对不上：德国.*方向一至十.*方向十八/s],
    ['和美国合作搞畜禽肠道可以报吗', /类别对不上：美国.*方向十六/s],
    ['我们做骨科材料，外方是日本的，能报吗', /类别对不上：日本.*方向三/s],
    ['英国的大学，做中子谱仪，对得上吗', /方向六.*类别对得上/s],
    ['非洲的合作伙伴可以申报哪些方向呀', /方向十一至十九/],
  ])('%s', (question, said) => {
    expect(answerTo(question).answer).toMatch(said);
  });
});

describe('directions are compared by what they ask for', () => {
  it.each<[string, RegExp]>([
    ['不用发论文的方向有吗', /^没有：19 个选题方向/],
    ['没有论文要求的方向', /^没有：19 个选题方向/],
    ['发明专利10项以上的有哪些', /方向十二/],
    ['方向六的经济效益指标是多少', /没有写“经济效益指标”/],
    ['方向十二的税收指标', /没有写“税收指标”/],
    ['抗旱品种选育拟立几项专利几项', /拟立项2个.*发明专利1-2项/s],
    ['方向十五一共培养多少人才', /10人以上/],
    ['16个选题方向分别是啥', /方向十九/],
  ])('%s', (question, said) => {
    expect(answerTo(question).answer).toMatch(said);
  });

  it('方向2和方向4哪个论文要的多: nothing else is told', () => {
    expect(answerTo('方向2和方向4哪个论文要的多').answer).not.toContain('联合实验室');
  });
});

describe('questions typed by their sound are answered', () => {
  it.each<[string, RegExp]>([
    ['fuzeren nianling', /58周岁/],
    ['fuzeren bixu shi boshi ma', /高级职称或博士学位/],
    ['peitao zijin yao duoshao', /1倍以上/],
    ['waifang yao zhuce ji nian', /3年以上/],
    ['申报单位 zhuce shijian', /2022年5月1日/],
    ['铜精密原件那个误检率', /万分之一/],
  ])('%s', (question, said) => {
    expect(answerTo(question).answer).toMatch(said);
  });

  it('an English question stays English', () => {
    expect(answerTo('can women lead').answer).toMatch(/The guide/);
  });
});

describe('what is asked beside a hope, a circumstance or another word is answered', () => {
  it.each<[string, RegExp]>([
    ['国企能跟两个推荐单位都报一下吗，提高中标率', /单个推荐单位/],
    ['去年被列入失信黑名单还没过期', /^不能：/],
    ['我们有3家国外合作单位可以吗，会不会太多', /至少联合1家/],
    ['模版写的24个月，可是项目期是三年，到底按哪个', /24个月.*3年/],
    ['budget上限', /80-120万元/],
    ['有友城就一定能立项吗', /同等条件/],
    ['欧盟那个协议现在过期了吗，2024以后还算不算', /过了年限是否仍算/],
    ['共性考核指标第一条里面两个是都要还是一个就行', /^二选一/],
    ['同一个项目既报省重点研发又报这个', /重复申报/],
    ['材料清单给我列一下', /合作协议.*审计报告/],
    ['外国专家在我校聘用但不是全职，聘用材料只我校开行不行', /双方单位/],
    ['专利授权了才算还是申请就算', /“申报”/],
    ['我们和外方早就签过一个五年长期合作协议，还需要再签吗', /补充签署/],
    ['合作协议几方签，国内两家国外一家', /均可/],
    ['老师在企业兼职，公司牵头，他能不能当负责人啊', /没有写内地人员/],
    ['最低能申请多少钱', /80-120万元/],
  ])('%s', (question, said) => {
    expect(answerTo(question).answer).toMatch(said);
  });

  it.each<[string, RegExp]>([
    ['子公司注册不到一年能报吗', /不符合：.*不到1年/],
    ['外方成立不到五年行吗', /要看注册日期/],
  ])('%s: no figure is made up, and no bound taken for the length', (question, said) => {
    const { answer } = answerTo(question);
    expect(answer).toMatch(said);
    expect(answer).not.toMatch(/11个月|59个月/);
  });
});
