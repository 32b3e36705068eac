/** The words of the corpus: what a hospital's newsroom writes about. Written for this purpose, nobody's text. */

const list = (text: string): string[] => text.trim().split(/\s+/);

export const departmentNames = list(`
  心血管内科 呼吸与危重症医学科 消化内科 神经内科 内分泌科 肾内科 血液内科 风湿免疫科 感染性疾病科 老年医学科
  普通外科 骨科 神经外科 胸外科 心脏大血管外科 泌尿外科 肝胆胰外科 胃肠外科 甲状腺乳腺外科 血管外科 整形外科
  烧伤科 妇科 产科 儿科 新生儿科 眼科 耳鼻咽喉头颈外科 口腔科 皮肤科 中医科 针灸科 康复医学科 疼痛科 肿瘤内科
  放射治疗科 急诊医学科 重症医学科 全科医学科 精神心理科 营养科 麻醉科 介入科 核医学科 超声医学科 放射科 检验科
  病理科 输血科 药学部 内镜中心 血液净化中心 体检中心 护理部 医务部 门诊部 教学部 科研部 信息中心 宣传中心`);

export const diseaseNames = list(`
  高血压 冠心病 心力衰竭 心房颤动 主动脉夹层 慢性阻塞性肺疾病 支气管哮喘 肺结节 社区获得性肺炎 睡眠呼吸暂停
  胃食管反流病 消化性溃疡 结直肠息肉 脂肪肝 慢性胰腺炎 脑卒中 帕金森病 癫痫 偏头痛 阿尔茨海默病 糖尿病 甲状腺结节
  骨质疏松症 痛风 慢性肾脏病 肾结石 缺铁性贫血 多发性骨髓瘤 类风湿关节炎 系统性红斑狼疮 带状疱疹 流行性感冒 手足口病
  腰椎间盘突出症 膝骨关节炎 股骨颈骨折 颈椎病 肩周炎 前列腺增生 尿路感染 胆囊结石 阑尾炎 腹股沟疝 下肢静脉曲张 乳腺增生
  子宫肌瘤 子宫内膜异位症 妊娠期糖尿病 产后抑郁 新生儿黄疸 儿童肥胖 近视 白内障 青光眼 干眼 过敏性鼻炎 突发性耳聋
  慢性咽炎 龋病 牙周炎 湿疹 银屑病 痤疮 失眠 焦虑障碍 贫血 营养不良 肌少症 尿失禁 慢性疼痛 肺栓塞 下肢深静脉血栓
  食管癌 胃癌 结直肠癌 肺癌 肝癌 乳腺癌 前列腺癌 淋巴瘤`);

export const campuses = [
  ['本部院区', '杏林路 12 号', '乘地铁 2 号线到杏林路站，从 C 口出，向北走约 300 米。'],
  ['东湖院区', '东湖大道 88 号', '公交 16 路、52 路到东湖医院站。院区内有地下停车场。'],
  ['西山院区', '西山街 5 号', '乘地铁 6 号线到西山站，换乘院区接驳车，每 15 分钟一班。'],
] as const;

export const channelNames = [
  ['公众入口', 'gong-zhong', '概况', ''],
  ['新闻动态', 'xin-wen-dong-tai', '新闻', '公众入口'],
  ['健康科普', 'jian-kang-ke-pu', '科普', '公众入口'],
  ['医疗技术', 'yi-liao-ji-shu', '新闻', '公众入口'],
  ['患者故事', 'huan-zhe-gu-shi', '新闻', '公众入口'],
  ['公益义诊', 'gong-yi-yi-zhen', '新闻', '公众入口'],
  ['护理园地', 'hu-li-yuan-di', '新闻', '公众入口'],
  ['科研教学', 'ke-yan-jiao-xue', '新闻', '公众入口'],
  ['党建文化', 'dang-jian-wen-hua', '新闻', '公众入口'],
  ['媒体报道', 'mei-ti-bao-dao', '新闻', '公众入口'],
  ['通知公告', 'tong-zhi-gong-gao', '公告', '公众入口'],
  ['就医指南', 'jiu-yi-zhi-nan', '指南', '公众入口'],
  ['医院概况', 'yi-yuan-gai-kuang', '概况', '公众入口'],
] as const;

export const seriesNames = list(`
  医海撷英 杏林讲堂 一线手记 名医面对面 护理日记 科室巡礼 健康日历 急救课堂 药师来了 营养小课 康复之路 手术室故事 夜班
  新技术 义诊行 影像说 检验窗 青年医师 老专家访谈 读者来信`);

export const tagSubjects = list(`
  心脏 血压 血糖 肺部 肠胃 肝脏 肾脏 脑血管 骨关节 脊柱 眼睛 耳朵 鼻子 口腔 皮肤 孕产 新生儿 儿童 老年 青少年 女性 男性 睡眠 情绪
  营养 运动 用药 疫苗 急救 手术`);
export const tagAspects = list('预防 筛查 门诊 康复 护理 微创 多学科 科普 义诊 新技术');

export const surnames = list(`
  王wang 李li 张zhang 刘liu 陈chen 杨yang 赵zhao 黄huang 周zhou 吴wu 徐xu 孙sun 胡hu 朱zhu 高gao 林lin 何he 郭guo 马ma 罗luo
  梁liang 宋song 郑zheng 谢xie 韩han 唐tang 冯feng 于yu 董dong 萧xiao 程cheng 曹cao 袁yuan 邓deng 许xu 傅fu 沈shen 曾zeng 彭peng 吕lv`);
export const givenNames = list(`
  伟wei 芳fang 娜na 敏min 静jing 丽li 强qiang 磊lei 洋yang 艳yan 勇yong 军jun 杰jie 娟juan 涛tao 明ming 超chao 秀xiu 霞xia 平ping
  刚gang 桂gui 文wen 辉hui 建jian 国guo 志zhi 晓xiao 红hong 玉yu 思si 雨yu 泽ze 嘉jia 欣xin 子zi 宁ning 远yuan 博bo 彦yan`);

export const places = list(
  '门诊大厅 学术报告厅 住院部三楼 社区卫生服务中心 市民广场 东湖小学 敬老院 体育中心 县人民医院 急诊抢救室',
);
export const events = list(
  '义诊咨询 健康讲座 病例讨论会 技能竞赛 应急演练 多学科会诊 随访日活动 开放日 青年沙龙 质量安全月启动会 新职工培训 读书分享会',
);
export const techniques = list(
  '机器人辅助手术 经导管瓣膜置换 腔镜下微创切除 冠状动脉旋磨 三维重建定位 超声引导穿刺 内镜黏膜下剥离 关节置换快速康复 体外膜肺氧合支持 射频消融',
);
export const outside = list(
  '市卫生健康委员会 市红十字会 省医学会 市疾病预防控制中心 杏林大学医学院 对口支援县人民医院 市日报社',
);
export const syllables = list(
  'xin yi liao jian kang men zhen shou shu hu li ke pu kang fu ji jiu zhuan jia xue ke yan jiang zuo huan zhe',
);
