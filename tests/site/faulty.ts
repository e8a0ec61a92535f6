import { p, wordFile } from '../fixtures/office/word-file.ts';
import type { Files } from './harness.ts';

const paragraphs = Array.from({ length: 8 }, (_, index) => {
  return `第${index + 1}段，防汛值班要做到人员到位、物资到位、措施到位，各村各组每天早晚各巡查一次，有情况先转移群众再报告，不得迟报漏报瞒报。`;
});

const notice = (title: string, date: string, last: string) =>
  `---\ntitle: ${title}\ndate: ${date}\n---\n${[...paragraphs, last].join('\n\n')}\n`;

/** A folder of documents with a fault of each sort, and one without. Every name and number is invented. */
export const faulty: Files = {
  'content/good.md':
    '---\ntitle: 在春季造林会上的讲话\ndate: 2024-03-12\n---\n今天我们讲三件事。\n',
  'content/bytes.txt': new Uint8Array([0x80, 0xff, 0xff, 0x81, 0x00, 0xfe]),
  'content/date.md': '---\ntitle: 日期写错的讲话\ndate: 昨天\n---\n正文在此。\n',
  'content/field.md':
    '---\ntitle: 字段写错的讲话\nspeeker: 张三\ndate: 2024-03-13\n---\n正文在此。\n',
  'content/a/twin.md': '---\nid: twin\ntitle: 同址之一\ndate: 2024-03-14\n---\n正文在此。\n',
  'content/b/twin.md': '---\nid: twin\ntitle: 同址之二\ndate: 2024-03-15\n---\n正文在此。\n',
  'content/alias.md':
    '---\ntitle: 旧址写错的讲话\ndate: 2024-03-16\naliases: ["../../etc"]\n---\n正文在此。\n',
  'content/empty.md': '---\ntitle: 只有标题的讲话\ndate: 2024-03-17\n---\n\n# 只有标题的讲话\n',
  'content/cut.md':
    '---\ntitle: 没有讲完的讲话\ndate: 2024-03-18\n---\n同志们，今天的会议主要讲三个方面的意见，第一个方面是要抓好春季造林工作，第二\n',
  'content/links.md':
    '---\ntitle: 链接有误的讲话\ndate: 2024-03-19\n---\n请看[另一篇](gone.md)和[通知第一条](notice-1.md#第一条)，或者[后文](#后文)。\n\n![会场](hall.jpg)\n\n![讲话](good.md)\n\n![](good.png)\n\n![远处](https://other.example/a.png)\n',
  'content/good.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
  'content/private.md':
    '---\ntitle: 留了电话的讲话\ndate: 2024-03-20\n---\n有事请打13812345678。\n\n| 姓名 | 证件 |\n| --- | --- |\n| 张三 | 11010519491231002X |\n',
  'content/late.md':
    '---\ntitle: 日期晚于落款的讲话\ndate: 2024-05-08\n---\n正文在此，请大家认真落实。\n\n镇办公室\n\n2024年4月1日\n',
  'content/future.md': '---\ntitle: 明年的讲话\ndate: 2099-01-01\n---\n正文在此。\n',
  'content/updated.md':
    '---\ntitle: 更新在明年的讲话\ndate: 2024-03-23\nupdated: 2099-01-02\n---\n正文在此。\n',
  'content/early.md': '---\ntitle: 从前的讲话\ndate: 1924-03-20\n---\n正文在此。\n',
  'content/same-1.md': '---\ntitle: 在总结会上的讲话\ndate: 2024-01-05\n---\n第一年的正文。\n',
  'content/same-2.md':
    '---\ntitle: 在总结会上的 讲话（3篇）\ndate: 2024-02-05\n---\n篇一\n\n第一篇的正文。\n\n篇二\n\n第二篇的正文。\n',
  'content/notice-1.md': notice('防汛值班通知', '2024-06-01', '请各村于六月一日前上报。'),
  'content/notice-2.md': notice('防汛值班通知（修订）', '2024-06-03', '请各村于六月三日前上报。'),
  'content/meeting.md':
    '---\ntitle: 支委会会议记录\ndate: 2024-07-01\nkind: meeting-record\n---\n时间：2024年7月1日\n\n地点：会议室\n\n主持人：\n\n会议内容：学习文件。\n',
  'content/gaps.md':
    '---\ntitle: 没有填完的讲话\ndate: 2024-03-21\n---\n××县委副书记×××同志讲了话。\n\n来自××镇【待补充】。\n',
  'content/crawled.txt':
    '在采茶节上的致辞\n\n各位来宾，欢迎大家。\n\n热门文档\n\n2024-01-02 谁也没有的发言材料\n2024-03-12 在春季造林会上的讲话\n',
  'content/number.md':
    '---\ntitle: 关于做好采茶工作的通知\ndate: 2024-03-22\n---\n云政发[2024]07号\n\n各村：\n\n请做好采茶工作。\n\n镇政府\n\n2024年3月22日 星期一\n',
  'content/secret.md':
    '---\ntitle: 定了密的通知\ndate: 2024-03-24\n---\n机密★10年\n\n各村要做好防汛工作，不得脱岗。\n',
  'content/quiz.md':
    '---\ntitle: 采茶知识测试题\ndate: 2024-03-26\n---\n1. 春茶何时开采？（ ）\n\nA. 清明 B. 立夏\n\n答案：D\n\n2. 由谁验收？（ ）\n\nA. 组长 B. 会计\n\n答案：A\n',
  'content/unlinked.zip': 'what is this',
  'content/word.docx': wordFile({
    body: p('各位同志，现在开会，请大家安静。'),
    comments: '<w:comment><w:p><w:r><w:t>开头是否太短？</w:t></w:r></w:p></w:comment>',
  }),
  'content/notes.xyz': 'what is this',
  'content/notes.md': '---\ntitle: 附了文件的讲话\ndate: 2024-03-25\n---\n见[文件](notes.xyz)。\n',
  'addresses.txt': '# promised\ndocuments/good/\ndocuments/moved-away/\n',
  'texts.txt': 'good.md\tc6f9df71a3b51ee4\t0123456789abcdef\tguidang 0.0.1, UTF-8\n',
};
