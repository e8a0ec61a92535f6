/**
 * Documents of invented places and people, which have what the sample archive lacks: near-identical
 * texts, a quiz with answers of every sort, a record whose speakers are named with their posts.
 * They are older than the sample, so that no list of the newest is changed by them.
 */
export const inventedDocuments: Readonly<Record<string, string>> = {
  'invented-notice.md': notice({
    title: '青溪镇关于做好防汛值班工作的通知',
    date: '2018-06-01',
    guard: '两名干部',
    ending: '旧有的防汛物资由仓库统一清点，数量不足的于六月十日以前补齐并登记造册备查。',
  }),
  'invented-notice-again.md': notice({
    title: '青溪镇关于做好防汛值班工作的通知（修订）',
    date: '2018-06-20',
    guard: '三名干部',
    ending: '夜间由小组长带队巡堤，每两小时走一遍，走完当场签字，发现渗水立即敲锣报信。',
  }),
  'invented-quiz.md': `---
title: 青溪镇防汛知识测试题
date: 2018-05-02
---

一、单项选择题

1.值班人员发现险情，应当先（ B ）。
A.回家
B.报告
C.等待
D.拍照

2.本镇的汛期从（  ）开始。
A.四月　B.五月　C.六月　D.七月

二、多项选择题

3.下列属于防汛物资的有（  ）。
A.编织袋
B.铁锹
C.救生衣
D.茶杯

三、判断题

4.值班人员可以提前离岗。（ × ）

5.转移群众要登记造册。（  ）

四、填空题

6.巡查河堤每____小时一次。

五、简答题

7.简述转移群众的步骤。

参考答案

一、2.B
二、3.ABC
三、5.√
四、6.两
五、7.先通知，再登记，后转移。
`,
  'invented-record.md': `---
title: 青溪镇防汛工作会议记录
date: 2018-05-08
organisation: 青溪镇人民政府
---

时间：2018年5月8日上午9:00

地点：镇三楼会议室

主持人：方志和

记录人：叶小满

出席人员：方志和、叶小满、石大河、柳春生

议题：研究防汛值班

方志和（镇长）：今天研究防汛值班，请大家先谈情况。

石大河：水库水位比去年同期高，建议增加夜间巡查。

一是河堤有两处渗水。

二是物资不足。

柳春生：同意石大河的意见，村里可以出六个人。

备用的船：两条，停在渡口。

方志和：综合大家意见，会议决定：从五月十日起实行夜间巡查，由石大河负责。

会议决定：

1.增购编织袋两千条，由柳春生负责。

2.值班表每周五公布。
`,
};

type Notice = Readonly<{ title: string; date: string; guard: string; ending: string }>;

function notice({ title, date, guard, ending }: Notice): string {
  return `---
title: ${title}
date: ${date}
organisation: 青溪镇人民政府
---

各村、各站所：

今年汛期雨水偏多，上游水库水位又比往年同期高出一米多，为保证沿河群众安全，现就防汛值班工作通知如下。

一、落实值班人员

每天安排${guard}值班，其中一名应当是镇领导班子成员，值班期间不得离开岗位，有事外出的要提前找好顶替的人。

水位差大于 3 > 2 米时，值班人员应当在十分钟以内向镇防汛办公室 A&B 两组报告，并把时间和水位写在记录本上。

二、检查重点部位

各村要对水库、山塘、河堤和低洼住户逐一检查，发现险情的立即转移群众，并在路口设置警示标志，安排专人看守。

转移出来的群众由所在村登记造册，安置在学校和祠堂，被褥、饮水和药品由镇民政办公室统一准备，不得少一户漏一人。

供电、供水和通信单位要提前检修线路，备好发电机和电池，汛期内二十四小时有人接听电话，抢修人员半小时内出门。

三、备好物资

编织袋、铁锹、救生衣和手电筒要放在离河堤最近的地方，钥匙由值班人员随身带着，每周清点一次，缺少的马上报告。

${ending}
`;
}
