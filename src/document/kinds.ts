/** A sort of document 文种 that Guidang knows; the first Chinese name is the one shown. */
export type Kind = Readonly<{ id: string; english: string; names: readonly string[] }>;

function kind(id: string, english: string, ...names: string[]): Kind {
  return { id, english, names };
}

/**
 * The known kinds. The statutory ones are those of the Regulations on the Handling of Official
 * Documents 党政机关公文处理工作条例 (2012), article 8.
 */
const kinds: readonly Kind[] = [
  kind('speech', 'Speech', '讲话稿', '讲话'),
  kind('speech-outline', 'Speech outline', '讲话提纲', '讲话要点'),
  kind('host-script', 'Host’s script', '主持词', '主持稿'),
  kind(
    'discussion-paper',
    'Discussion paper',
    '研讨发言',
    '研讨材料',
    '发言材料',
    '交流发言',
    '发言',
  ),
  kind('reflection', 'Reflections', '心得体会', '学习心得', '学习体会', '读后感'),
  kind('party-lecture', 'Party lecture', '党课讲稿', '党课'),
  kind('publicity-talk', 'Publicity talk', '宣讲稿', '宣讲提纲'),
  kind('meeting-record', 'Meeting record', '会议记录', '记录'),
  kind('meeting-summary', 'Meeting summary', '会议纪要', '纪要'),
  kind('work-points', 'Work points', '工作要点', '要点'),
  kind('plan', 'Plan', '工作计划', '计划', '计划表', '安排表'),
  kind('report', 'Report', '报告', '汇报', '总结', '工作总结', '工作报告'),
  kind('research-report', 'Research report', '调研报告', '调查报告'),
  kind('scheme', 'Scheme', '方案', '实施方案', '工作方案', '预案'),
  kind('opinion', 'Opinion', '意见', '实施意见'),
  kind('notice', 'Notice', '通知'),
  kind('circular', 'Circular', '通报'),
  kind('announcement', 'Announcement', '公告', '通告', '公示'),
  kind('decision', 'Decision', '决定'),
  kind('resolution', 'Resolution', '决议'),
  kind('order', 'Order', '命令', '令'),
  kind('bill', 'Bill', '议案'),
  kind('communique', 'Communiqué', '公报'),
  kind('request', 'Request for instructions', '请示'),
  kind('reply', 'Official reply', '批复'),
  kind('letter', 'Letter', '函', '复函'),
  kind('regulation', 'Regulation', '规章制度', '规定', '条例', '办法', '制度', '细则', '法'),
  kind('quiz', 'Quiz', '测试题', '试题', '题库'),
  kind('duty-report', 'Duty report', '述职报告', '述职述廉报告'),
  kind('self-examination', 'Self-examination', '对照检查', '对照检查材料'),
  kind('proposal', 'Proposal', '倡议书', '倡议'),
  kind('commitment', 'Commitment', '承诺书', '责任书'),
  kind('application', 'Application', '申请书'),
  kind('address', 'Address', '致辞', '致词', '献词'),
  kind('document', 'Document', '文档'),
];

const byWord = new Map<string, Kind>(
  kinds.flatMap((each) => [each.id, ...each.names].map((word) => [word, each] as const)),
);

/** The kind that stands for documents of which nothing is said. */
export const unknownKind = 'document';

/** The known kind with this identifier (in any case) or Chinese name. */
export function findKind(word: string): Kind | undefined {
  return byWord.get(word.trim().toLowerCase());
}
