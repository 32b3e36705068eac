import type { SiteEntry } from '../../entries.ts';

/** Numbers of filings are zeros and outside hosts are example domains: nothing here belongs to anybody. */
export const site: SiteEntry = {
  key: 'site',
  name: '云杉市第一人民医院',
  organisation: '云杉市第一人民医院',
  description:
    '云杉市第一人民医院是一所虚构的三级综合医院，设松溪、鹿鸣、望湖三个院区。本站是演示站点，全部机构、人物和事件均为虚构，健康信息仅供参考。',
  logo: 'yuan-hui',
  phone: '0000-5550100',
  emergencyPhone: '0000-5550120',
  registrationUrl: '/pages/yu-yue-gua-hao/',
  icp: '云ICP备00000000号-0',
  publicSecurity: { label: '云公网安备00000000000000号' },
  navigation: [
    {
      label: '医院概况',
      url: '/yi-yuan-gai-kuang/',
      children: [
        { label: '医院简介', url: '/pages/yi-yuan-jian-jie/' },
        { label: '现任领导', url: '/pages/xian-ren-ling-dao/' },
        { label: '院区分布', url: '/campuses/' },
      ],
    },
    {
      label: '新闻',
      url: '/yi-yuan-xin-wen/',
      children: [
        { label: '新闻动态', url: '/xin-wen-dong-tai/' },
        { label: '媒体报道', url: '/mei-ti-bao-dao/' },
        { label: '学术动态', url: '/xue-shu-dong-tai/' },
        { label: '党建文化', url: '/dang-jian-wen-hua/' },
      ],
    },
    {
      label: '科室医生',
      url: '/departments/',
      children: [
        { label: '科室', url: '/departments/' },
        { label: '医生', url: '/doctors/' },
      ],
    },
    {
      label: '就医指南',
      url: '/jiu-yi-zhi-nan/',
      children: [
        { label: '预约挂号', url: '/pages/yu-yue-gua-hao/' },
        { label: '医保', url: '/pages/yi-bao/' },
      ],
    },
    {
      label: '健康科普',
      url: '/jian-kang-ke-pu/',
      children: [
        { label: '科普文章', url: '/jian-kang-ke-pu/' },
        { label: '疾病', url: '/diseases/' },
        { label: '视频', url: '/videos/' },
        { label: '咨询', url: '/consultations/' },
      ],
    },
    {
      label: '通知公告',
      url: '/tong-zhi-gong-gao/',
      children: [{ label: '招标采购', url: '/zhao-biao-cai-gou/' }],
    },
    { label: '信息公开', url: '/xin-xi-gong-kai/' },
  ],
  friendLinks: [
    { label: '云杉市卫生健康委员会（示例）', url: 'https://wjw.example.cn/' },
    { label: '云杉市医疗保障局（示例）', url: 'https://ybj.example.cn/' },
    { label: '云杉医学院（示例）', url: 'https://med.example.org/' },
  ],
  footer: `地址：云杉市栖梧区松溪路18号（邮编000000）

投诉与建议：0000-5550110

本站为演示站点，医院、人物与事件均为虚构；健康信息仅供参考，不能代替面诊。`,
  breadcrumbPrefix: '您所在的位置：',
  breadcrumbSeparator: '>>',
  elderModeLabel: '长者模式',
  defaultFontSize: 18,
};
