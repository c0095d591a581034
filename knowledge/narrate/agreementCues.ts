/** What announces facts of the agreement with the overseas side and of that with the units in China. */
import type { Patch } from '../question.ts';
import { asFacts } from '../questions/build.ts';
import { readAgreementSigned } from '../read/readAgreementSigned.ts';
import { readParticipants } from '../read/readParticipants.ts';
import { anyone, type Cue, everyone, taken } from './cue.ts';

const contents =
  /任务分工|分工|考核指标|经费(?:分配)?比例|知识产权|合作目标|目标|资金来源|合作方式|有效期|争议|成果转化收益|转化收益|收益/;
const domesticName =
  /[\p{Script=Han}（）()]{2,24}?(?:有限公司|公司|大学|学院|研究所|研究院|药研所|制药厂|医院|合作社|中心)$/u;

/** Where the agreement with units in China is spoken of, its facts are left to be asked. */
const ofTheAgreement = /^(?=.*(?:协议|签的))(?!.*(?:境内|国内|省内))/s;
const overseasOnly = /^(?!.*(?:境内|国内|省内))/s;

export const agreementCues: readonly Cue[] = [
  {
    question: 'participants',
    about: everyone,
    cue: /没有?(?:其他|别的|其它|另外的?|境内|国内)(?:的)?(?:参与|合作)?单位|就外方一家|只有外方一家|外方(?:排|是|列)第一|排第一的?(?:还是|就是|是)外方|第一参与单位(?:不?是|放)/,
    not: /推荐/,
    joins: /外方一家|第一/,
    keeps: ['domesticPartners', 'firstParticipant'],
    read: (text) => {
      if (/第一[^，]{0,4}不是外方|外方(?:不是|没)[^，]{0,3}第一/.test(text))
        return taken({ firstParticipant: 'domestic' });
      const reading = readParticipants(text);
      if (reading?.is !== 'value') return undefined;
      const { domesticPartners, firstParticipant } = reading.value;
      const alone = domesticPartners?.length === 0 && /外方/.test(text);
      return taken({
        ...(domesticPartners?.length === 0 && { domesticPartners: [] }),
        ...((firstParticipant ?? alone) && { firstParticipant: firstParticipant ?? 'overseas' }),
      } as Patch);
    },
  },
  {
    question: 'participants',
    about: ['domestic'],
    cue: /[\p{L}]/u,
    joins: /协议.*签|签/,
    keeps: ['domesticPartners'],
    read: (text) => {
      const parts = text.split('，').map((part) => part.replace(/(?:也|一起|共同)?(?:参与|参加|加入)?(?:了|的)?$/, ''));
      const lists = parts.map((part) =>
        part
          .replace(/^.*(?:叫做?|是|有(?!限)|单位)(?=.)/, '')
          .split(/[和与、]/)
          .map((words) => domesticName.exec(words)?.[0]),
      );
      const named = lists.filter((list) => list.some((name) => name !== undefined));
      const [names = []] = named;
      // One list of names in which each is one; 一家公司 is none.
      if (named.length !== 1 || names.some((name) => name === undefined || /一家|单位$/.test(name))) return undefined;
      const said = parts.find((part) => /签/.test(part)) ?? '';
      const signed = /[没未]/.test(said) ? false : /签[好了完过]|已签/.test(said) ? true : undefined;
      return taken({
        domesticPartners: names.flatMap((name) =>
          name === undefined ? [] : [{ name, ...(signed !== undefined && { signed }) }],
        ),
      });
    },
  },
  {
    question: 'domestic.agreement',
    about: ['domestic'],
    cue: /(?:国内|境内|它|他们|这家|那家)[^，]{0,8}协议/,
    not: /外方/,
    joins: /章|日期|签/,
    keeps: [
      'domesticAgreement.exists',
      'domesticAgreement.sealed',
      'domesticAgreement.dateClear',
      'domesticAgreement.highlighted',
    ],
  },
  {
    question: 'agreement.signed',
    beside: overseasOnly,
    about: anyone,
    cue: /协议.{0,12}签|签.{0,10}协议|双方.{0,4}签|[中外]方.{0,4}签|就?(?:为|是)这次(?:申报)?签|差[外中]方签|签(?:字|署)日期[^,]{0,3}(?:有|写|齐|清)/,
    not: /签的是|框架|长期协议|备忘|意向|以前|签字处|保密|劳动|三方|聘|购销|高亮|标/,
    joins: /双方|签|盖章|日期|时间也?有/,
    keeps: ['agreement.form', 'agreement.signedByChina', 'agreement.signedByOverseas', 'agreement.dateClear'],
    read: (text) =>
      asFacts(readAgreementSigned(text), (value) => ({
        // One side's signature alone does not tell what was signed.
        'agreement.form':
          value.form === 'none' || /这次|就这|这个项目|本次|专门|申报|本项目|联合/.test(text) ? value.form : undefined,
        'agreement.signedByChina': value.signedByChina,
        'agreement.signedByOverseas': value.signedByOverseas,
        'agreement.dateClear': /日期|时间|落款|章/.test(text) ? value.dateClear : undefined,
      })),
  },
  {
    question: 'agreement.signed',
    about: anyone,
    cue: /只有[^,]*(?:长期|框架|战略)[^,]*协议|只签[了过][^,]*(?:长期|框架|战略)|签的是(?:一?[份个])?(?:长期|框架|战略)/,
    not: /不是/,
    keeps: ['agreement.form'],
    read: (text) => asFacts(readAgreementSigned(text), ({ form }) => ({ 'agreement.form': form })),
  },
  {
    question: 'agreement.signed',
    beside: overseasOnly,
    about: anyone,
    cue: /^(?:但|可|不过)?(?:合作|联合)?(?:协议|合同|这次)(?:的)?(?:合同|协议)?(?:都|也|现在|目前|确实)?(?:还没?|没|未)(?:有)?签(?:呢|好|成|下来)?$/,
    keeps: ['agreement.form'],
    read: (text) =>
      asFacts(readAgreementSigned(text.replace('合同', '协议')), ({ form }) => ({ 'agreement.form': form })),
  },
  {
    question: 'agreement.content',
    beside: ofTheAgreement,
    about: anyone,
    cue: new RegExp(`(?:协议|签的).*(?:写|有|约定)|(?:${contents.source})[^,]*写|[没未]写[^,]*(?:${contents.source})`),
    not: /申报书|三类|模板|高亮|标[了黄红出注]|没标|国内|境内/,
    joins: contents,
    keeps: ['agreement.content'],
  },
  {
    question: 'agreement.language',
    about: everyone,
    cue: /(?:协议|合同|签的|文本).*(?:[中英日德法俄韩外]文|双语|对照)|[中英日德法俄韩外]文(?:的)?(?:协议|合同)|^中[外英]文对照|翻译件/,
    not: /模板|论文|文章/,
    joins: /没翻|翻译|盖.*章|[中英外]文|对照/,
    keeps: ['agreement.language', 'agreement.translation', 'agreement.translationSealed'],
  },
  {
    question: 'agreement.language',
    about: everyone,
    beside: /协议/,
    cue: /^(?:是)?(?:纯?[中英日德法俄韩]文的?|中外文对照的?|中英文?对照的?)$/,
    keeps: ['agreement.language'],
  },
  {
    question: 'agreement.highlight',
    beside: overseasOnly,
    about: anyone,
    cue: /高亮|三处(?:都|全)?[没标还]/,
    not: /要不要|国内|境内/,
    keeps: ['agreement.highlighted'],
  },
  {
    question: 'agreement.lawEthics',
    beside: overseasOnly,
    about: anyone,
    cue: /独占|伦理|数据出境|人体样本|动物实验/,
    not: /研究|方向|开展|做(?!了|好|过)/,
    joins: /独占|伦理|数据出境|人体样本|动物实验|手续/,
    keeps: ['agreement.ipLawOk', 'agreement.lawEthicsOk'],
  },
];
