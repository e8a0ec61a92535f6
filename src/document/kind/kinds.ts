/** Families of kinds, in the order in which they are shown. */
type KindGroup =
  | 'spoken'
  | 'study'
  | 'meeting'
  | 'plan'
  | 'report'
  | 'official'
  | 'rule'
  | 'pledge'
  | 'test'
  | 'other';

/** A sort of document 文种 that Guidang knows. */
export type Kind = Readonly<{
  id: string;
  group: KindGroup;
  /** The name that is shown first; documents may be given any of them. */
  names: readonly string[];
  /** Further words that end a title of this kind. The longest word that ends a title decides. */
  endings: readonly string[];
}>;

/**
 * One line of the table: names, then the other endings of titles.
 */
function kind(group: KindGroup, id: string, names: string, endings = ''): Kind {
  const words = (text: string) => text.split(' ').filter((word) => word !== '');
  return { id, group, names: words(names), endings: words(endings) };
}

/**
 * The known kinds. The statutory ones are those of the Regulations on the Handling of Official
 * Documents 党政机关公文处理工作条例 (2012), article 8. The order says nothing: of two words that end
 * a title, the longer one decides.
 */
const kinds: readonly Kind[] = [
  kind(
    'spoken',
    'speech',
    '讲话稿 讲话',
    '演讲稿 演讲 讲演 讲稿 动员讲话 总结讲话 致辞讲话 国旗下讲话 报告讲话',
  ),
  kind('spoken', 'speech-outline', '讲话提纲 讲话要点', '演讲提纲 讲稿提纲 讲课提纲 讲话大纲'),
  kind('spoken', 'host-script', '主持词 主持稿', '主持辞 串词 串联词 主持讲话 主持词讲话 主持提纲'),
  kind(
    'spoken',
    'address',
    '致辞 致词',
    '献词 献辞 贺词 贺辞 祝词 祝辞 祝酒词 祝酒辞 欢迎词 欢迎辞 欢送词 欢送辞 答谢词 答谢辞 开幕词 开幕辞 闭幕词 闭幕辞 悼词 悼辞 寄语 颁奖词 贺信 开场白',
  ),
  kind(
    'spoken',
    'party-lecture',
    '党课讲稿 党课',
    '党课教案 党课课件 党课材料 党课辅导 党课提纲 党课讲话 廉政党课 微党课',
  ),
  kind('spoken', 'publicity-talk', '宣讲稿 宣讲提纲', '宣讲 宣讲材料 宣讲词 宣讲报告'),
  kind(
    'study',
    'discussion-paper',
    '研讨发言 研讨材料 发言材料 交流发言 发言',
    '发言稿 发言提纲 发言摘要 研讨稿 研讨交流 研讨交流材料 交流材料 研讨发言材料 研讨提纲 表态发言 交流研讨材料 研讨 讨论发言 经验交流',
  ),
  kind(
    'study',
    'reflection',
    '心得体会 学习心得 学习体会 读后感',
    '心得 体会 有感 观后感 感想 感悟 感言 学习感悟 随感 启示 思想汇报',
  ),
  kind(
    'meeting',
    'meeting-record',
    '会议记录 记录',
    '会议纪录 纪录 记录稿 会议实录 实录 活动记录 会议记录稿 会议记录表 记录表 会议记录本 记录单 例会记录',
  ),
  kind('meeting', 'meeting-summary', '会议纪要 纪要', '会议摘要 会议综述'),
  kind('plan', 'work-points', '工作要点 要点', '重点工作 工作重点 工作任务'),
  kind(
    'plan',
    'plan',
    '工作计划 计划 计划表 安排表',
    '规划 纲要 计划安排表 安排 打算 工作打算 工作思路 工作安排 时间表 日程 日程表 进度表 行事历 配档表 推进表 任务表 任务分解表 路线图 设想',
  ),
  kind(
    'plan',
    'scheme',
    '方案 实施方案 工作方案 预案',
    '措施 整改措施 对策 策划书 策划案 应急预案 活动策划',
  ),
  kind(
    'report',
    'report',
    '报告 汇报 总结 工作总结 工作报告',
    '小结 工作汇报 总结汇报 汇报材料 汇报提纲 汇报稿 总结材料 总结报告 情况报告 情况汇报 自查报告 情况说明 说明 情况 简报 工作情况 开展情况 进展情况 评估报告 自评报告 审计报告 事迹材料 先进事迹 经验材料',
  ),
  kind(
    'report',
    'research-report',
    '调研报告 调查报告',
    '考察报告 研究报告 调研材料 调研汇报 课题报告 可行性报告 可行性研究报告 调研 调查',
  ),
  kind(
    'report',
    'duty-report',
    '述职报告 述职述廉报告',
    '述职 述廉报告 述职述廉 述责述廉报告 述职述学述廉报告 述学报告 述职述德述廉报告 述法报告 履职报告 述职评议报告 述职材料',
  ),
  kind(
    'report',
    'self-examination',
    '对照检查 对照检查材料',
    '对照检查报告 对照检查发言 对照检查发言提纲 对照检查发言材料 检视剖析材料 检视材料 剖析材料 自我剖析材料 自我剖析 党性分析材料 党性分析报告 党性分析 问题清单 检查材料 检讨书 检讨 书面检查 书面检讨 自查材料 自我批评 批评意见',
  ),
  kind('official', 'opinion', '意见 实施意见', '指导意见 若干意见 建议 意见书'),
  kind('official', 'notice', '通知', '通知书 紧急通知 补充通知 预备通知'),
  kind('official', 'circular', '通报', '情况通报'),
  kind('official', 'announcement', '公告 通告 公示', '启事 声明 布告 告示 公示表 招聘启事'),
  kind('official', 'decision', '决定'),
  kind('official', 'resolution', '决议', '决议案'),
  kind('official', 'order', '命令 令', '主席令 国务院令 嘉奖令 任命令'),
  kind('official', 'bill', '议案', '提案 建议案 案'),
  kind('official', 'communique', '公报'),
  kind('official', 'request', '请示', '请示报告 请示件'),
  kind('official', 'reply', '批复'),
  kind(
    'official',
    'letter',
    '函 复函',
    '公函 答复 答复函 复信 邀请函 商洽函 回函 函件 公开信 慰问信 感谢信 表扬信 邀请信 的信 一封信',
  ),
  kind(
    'rule',
    'regulation',
    '规章制度 规定 条例 办法 制度 细则 法',
    '实施细则 规则 规程 准则 章程 守则 规范 标准 公约 须知 管理办法 暂行办法 实施办法 法典 修正案 解释 指南 流程 职责 宪法 村规民约 指引',
  ),
  kind(
    'test',
    'quiz',
    '测试题 试题 题库',
    '测试卷 试卷 考试题 考试卷 考题 练习题 习题 竞赛题 知识竞赛题 抢答题 选择题 判断题 填空题 简答题 问答题 题 题目 测试 答题 知识测试 应知应会 知识问答 问答 测验 考试 例题 大题 模拟题 真题 复习题 思考题 自测题',
  ),
  kind('pledge', 'proposal', '倡议书 倡议', '倡议信 号召书'),
  kind(
    'pledge',
    'commitment',
    '承诺书 责任书',
    '承诺 保证书 决心书 责任状 军令状 目标责任书 誓词 协议书 承诺践诺',
  ),
  kind('pledge', 'application', '申请书', '申请 申请表 入党志愿书 志愿书 自荐书 自荐信 转正申请'),
  kind('other', 'document', '文档'),
];

/** All kinds, in the order of the table. */
export const knownKinds: readonly Kind[] = kinds;

const byWord = new Map<string, Kind>(
  kinds.flatMap((each) => [each.id, ...each.names].map((word) => [word, each] as const)),
);

/** The kind that stands for documents of which nothing is said. */
export const unknownKind = 'document';

/** The known kind with this identifier (in any case) or Chinese name. */
export function findKind(word: string): Kind | undefined {
  return byWord.get(word.trim().toLowerCase());
}
