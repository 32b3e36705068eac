/** What each video says and when. The videos are silent animations: the subtitles carry all of it. */
export interface VideoScript {
  key: string;
  /** Begin and end in seconds, and one line of text. */
  cues: { from: number; until: number; text: string }[];
}

export const videoScripts: VideoScript[] = [
  {
    key: 'xin-fei-fu-su',
    cues: [
      { from: 0, until: 2, text: '先看现场是否安全，轻拍双肩呼唤' },
      { from: 2, until: 4, text: '没有反应，呼救并拨打急救电话' },
      { from: 4, until: 6, text: '胸骨中下段，每分钟按压100至120次' },
      { from: 6, until: 8, text: '除颤器一到，立即听语音提示使用' },
    ],
  },
  {
    key: 'kang-fu-cao',
    cues: [
      { from: 0, until: 2, text: '坐稳，双脚平放，背部挺直' },
      { from: 2, until: 4, text: '双臂缓慢上举，吸气' },
      { from: 4, until: 6, text: '双臂缓慢放下，呼气' },
      { from: 6, until: 8, text: '每组十次，疼痛或头晕请停下' },
    ],
  },
  {
    key: 'yu-yue-gua-hao',
    cues: [
      { from: 0, until: 2, text: '第一步：打开医院公众号，选择院区' },
      { from: 2, until: 4, text: '第二步：选择科室、医生和时段' },
      { from: 4, until: 6, text: '第三步：确认就诊人，提交预约' },
      { from: 6, until: 8, text: '按预约时段到院，无需提前很久等候' },
    ],
  },
  {
    key: 'zou-jin-jian-yan-ke',
    cues: [
      { from: 0, until: 2, text: '一管血样，从采血中心出发' },
      { from: 2, until: 4, text: '扫码、离心、上流水线检测' },
      { from: 4, until: 6, text: '检验人员复核每一份异常结果' },
      { from: 6, until: 8, text: '报告审核后，手机和自助机可查' },
    ],
  },
];
