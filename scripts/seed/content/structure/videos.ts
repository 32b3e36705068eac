import type { VideoEntry } from '../../entries.ts';
import { type VideoScript, videoScripts } from './video-scripts.ts';

type Told = Omit<VideoEntry, 'file' | 'poster' | 'subtitles' | 'transcript' | 'durationSeconds'>;

const told: Told[] = [
  {
    key: 'xin-fei-fu-su',
    title: '心肺复苏要点：关键的头几分钟',
    summary:
      '发现有人突然倒地、没有反应，旁人可以做什么？急诊医学科用一段短动画说明四个步骤。观看不能代替实操培训。',
    publishedOn: '2026-09-12',
    departments: ['ji-zhen-yi-xue-ke'],
    doctors: ['hao-yun-fei', 'lei-ting-jun'],
  },
  {
    key: 'kang-fu-cao',
    title: '坐着也能做的居家康复操（上肢篇）',
    summary: '适合病情稳定、能够独坐的居家康复者，练习前请先咨询医生或治疗师。',
    publishedOn: '2026-06-18',
    departments: ['kang-fu-yi-xue-ke'],
    doctors: ['jin-cheng-hao', 'shao-an-ran'],
  },
  {
    key: 'yu-yue-gua-hao',
    title: '三步学会预约挂号',
    summary: '在医院公众号上预约门诊的三个步骤。不方便使用手机的，可拨打电话或到人工窗口办理。',
    publishedOn: '2026-03-05',
    departments: ['xin-xi-zhong-xin', 'yi-wu-chu'],
  },
  {
    key: 'zou-jin-jian-yan-ke',
    title: '一管血的旅程：走进检验科',
    summary: '血样离开采血窗口之后去了哪里？跟着一支采血管走一遍检验科的流水线。',
    publishedOn: '2025-10-28',
    departments: ['jian-yan-ke'],
    doctors: ['lin-zhi-xia'],
  },
];

export const videos: VideoEntry[] = told.map((video) => {
  const script = scriptOf(video.key);
  return {
    ...video,
    file: `shi-pin-${video.key}`,
    poster: `feng-mian-${video.key}`,
    subtitles: `zi-mu-${video.key}`,
    transcript: transcript(script),
    durationSeconds: script.cues.at(-1)?.until ?? 1,
  };
});

function scriptOf(key: string): VideoScript {
  const script = videoScripts.find((candidate) => candidate.key === key);
  if (script === undefined) throw new Error(`video-scripts.ts has no script “${key}”.`);
  return script;
}

function transcript(script: VideoScript): string {
  return ['（无声动画，文字如下。）', ...script.cues.map(({ text }) => `${text}。`)].join('\n\n');
}
