/** Sentences with gaps, and how the gaps are filled. */
import type { Dice } from './corpus-random.ts';
import * as words from './corpus-words.ts';

/** What an article is about: whom and what its sentences may name. */
export interface Subject {
  department: string;
  people: readonly string[];
  disease: string;
}

const sentences = `
{月}月{日}日，{科}在{地}举办{事}，{数}余名居民到场，{人}主任带领团队逐一解答提问。
“来得早，结果就好得多。”{人}说，{病}在早期往往没有明显的不适，很多人因此错过了最合适的治疗时间。
患者今年{岁}岁，{小}年前开始反复不适，辗转多家医院，始终没有找到原因。
入院后，{科}立即启动绿色通道，从检查到确诊只用了{小}个小时。
考虑到患者年龄较大，又合并{病}，团队反复推演手术方案，最后决定采用{术}。
手术历时{小}个多小时，出血不到{数}毫升，患者次日即可下床活动。
随访半年，各项指标平稳，复查影像显示恢复良好，生活质量明显提高。
{科}近年来共完成{术}{数}余例，成功率和并发症控制均达到国内先进水平。
该项目由{科}牵头，联合{外}和三个院区共同实施，计划用三年时间覆盖{数}个社区。
对患者来说，少跑一趟、少等一会儿，比任何宣传都更有说服力。
为了让流程更顺，门诊部把签到、缴费、取药的窗口合并到同一层，平均等候时间缩短了{小}分钟。
{人}介绍，{病}的治疗重在长期管理，规律用药、按时复诊、记录变化，三件事缺一不可。
护士长{人}每天查房时都会多问一句“昨晚睡得怎么样”，这句话在病区已经坚持了{小}年。
在{事}现场，年轻医师轮流上台，用真实病例说明诊断思路，评委当场点评。
团队还制作了图文并茂的随访手册，把注意事项写成一句句大白话，方便老人和家属查看。
专家提醒，出现胸闷、气短、头晕等表现时，应尽快就医，不要自行加量或停药。
饮食上宜清淡，每天食盐不超过 5 克，蔬菜不少于 300 克，主食粗细搭配。
运动要循序渐进，以微微出汗、第二天不觉疲劳为宜，每周不少于{小}次。
检查前一晚 8 时以后不要进食，可以少量饮水；正在服用降压药的患者照常服药。
“我们希望把专家送到群众家门口。”{外}有关负责人表示，这样的合作将长期开展下去。
会议回顾了上一年度的工作，{人}从学科建设、人才培养、质量安全三个方面作了报告。
科室目前开放床位{数}张，年门诊量{数}万人次，设有普通、专家和专病门诊。
研究纳入{数}例患者，随访{小}年，结果提示早期干预可以降低再住院的风险。
这台设备投入使用后，检查时间由原来的 40 分钟缩短到 {小} 分钟，图像也更清晰。
家属送来锦旗时说，最难熬的那几天，是医生护士一遍遍的解释让他们安下心来。
抢救室的灯亮了一夜，{科}、麻醉科、输血科轮番接力，终于把人从死亡线上拉了回来。
根据安排，{事}将分批进行，请各科室按名单提前到{地}签到。
对口帮扶的{小}年里，{科}先后派出{数}名骨干，手把手带出了一支留得住的队伍。
志愿者在大厅引导老年人使用自助机，遇到不会操作的，就陪着走完全部流程。
有人问，{病}能不能根治？{人}的回答是：多数可以控制，关键看是否规范。
药师提示，同时服用多种药物的患者，最好每半年做一次用药评估，避免重复用药。
康复训练从术后第一天开始，治疗师根据恢复情况每周调整一次计划。
`
  .trim()
  .split('\n');

const headings = list(`
  从发现到确诊 多学科联手 一台不寻常的手术 术后的每一天 专家怎么说 哪些人要当心 三个常见误区 把流程改到患者心里 现场直击
  数字里的变化 背后的团队 给家属的话 什么时候该就医 日常怎么做 下一步`);
const points = `
规律作息，保证每天七小时睡眠，避免熬夜。
按医嘱用药，不自行增减剂量，有疑问先问医生或药师。
就诊时带好既往检查资料和正在服用的药品清单。
出现持续不缓解的不适，及时到急诊或专病门诊就诊。
家中备好急救电话和常用药，放在老人看得见的地方。
每年做一次针对性筛查，高危人群听从医生安排提前复查。
戒烟限酒，控制体重，腰围不要超过标准。
保持心情平稳，必要时寻求专业的心理支持。
`
  .trim()
  .split('\n');

function list(text: string): string[] {
  return text.trim().split(/\s+/);
}

type Fill = (dice: Dice, subject: Subject) => string;

const gaps: Readonly<Record<string, Fill>> = {
  科: (_, { department }) => department,
  人: (dice, { people }) => dice.pick(people),
  病: (_, { disease }) => disease,
  地: (dice) => dice.pick(words.places),
  事: (dice) => dice.pick(words.events),
  术: (dice) => dice.pick(words.techniques),
  外: (dice) => dice.pick(words.outside),
  月: (dice) => String(dice.int(1, 12)),
  日: (dice) => String(dice.int(1, 28)),
  岁: (dice) => String(dice.int(18, 92)),
  数: (dice) => String(dice.int(12, 480)),
  小: (dice) => String(dice.int(2, 9)),
};

/** A pattern with every gap filled. */
export function filled(pattern: string, dice: Dice, subject: Subject): string {
  return pattern.replace(/\{(.)\}/g, (gap, name: string) => gaps[name]?.(dice, subject) ?? gap);
}

/** A paragraph of so many sentences; now and then one phrase in bold. */
export function paragraph(dice: Dice, subject: Subject, count: number): string {
  const text = Array.from({ length: count }, () => filled(dice.pick(sentences), dice, subject)).join('');
  return dice.chance(0.15) ? text.replace(/[\p{Script=Han}]{4,12}(?=[，。])/u, '**$&**') : text;
}

export const heading = (dice: Dice): string => dice.pick(headings);

/** A list of advice, numbered or not. */
export function bullets(dice: Dice): string {
  const mark = dice.chance(0.5) ? (index: number) => `${index + 1}. ` : () => '- ';
  return dice
    .some(points, dice.int(3, 6))
    .map((point, index) => `${mark(index)}${point}`)
    .join('\n');
}

/** A table of clinics: who, where, when. */
export function timetable(dice: Dice, subject: Subject): string {
  const rows = Array.from({ length: dice.int(3, 6) }, () => {
    const day = dice.pick(['周一', '周二', '周三', '周四', '周五']);
    return `| ${dice.pick(subject.people)} | ${dice.pick(words.campuses)[0]} | ${day}${dice.pick(['上午', '下午'])} | ${dice.int(12, 40)} |`;
  });
  return ['| 医生 | 院区 | 时间 | 号源 |', '| --- | --- | --- | ---: |', ...rows].join('\n');
}

const titles = `
{科}成功完成{术}第{数}例
{科}：把{病}挡在门外
守护生命的{小}小时——{科}救治一名{岁}岁患者
走进{地}，{科}开展{事}
关于{病}，您最关心的{小}个问题
{科}{人}团队在{病}研究中取得新进展
我院举办{事}，{数}名医护人员参加
{岁}岁老人闯过难关，{科}接力救治
从{小}天到{小}小时：{科}优化流程记
{人}：与{病}打交道的{小}年
与{外}携手，{科}{事}走进{地}
`
  .trim()
  .split('\n');

export const title = (dice: Dice, subject: Subject): string => filled(dice.pick(titles), dice, subject);
