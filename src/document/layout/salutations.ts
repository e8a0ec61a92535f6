import { parseNumbering } from '#document/outline/numbering.ts';

const addressed =
  /(?:同志们?|各位|[们员](?=[：:、，,]|$)|领导|代表|来宾|嘉宾|同学|老师|家长|乡亲|朋友|女士|先生|尊敬的|敬爱的|亲爱的|同仁|战友|院士)/;
const addressedOffices =
  /(?:政府|部门|单位|委员会|各[乡镇县市区局科室处股支校院]|党委|党组|支部|公司|学校|办公室|[局厅委部办院会])/;
const greeting = /[:：!！](?:(?:大家|你们|同志们|您)[^。！!]{0,8}好|您好|你好)?[!！。]?$/;

/** What is said of people, wished them, or listed of them. */
const noAddress =
  /^(?:祝|愿|让|感谢|希望|请)|(?:问题|情况|意见|原因|措施|表现|方面|工作|名单|建议|任务|职责|分工|人员|存在|包括)[:：]$|^(?:组|成|人|会|队|委|[^各全]{0,6}(?:组成人|组|成|参会人))员[:：]$/;
/** Longer ones that end in ！ are sentences. */
const longestGreeting = 20;

/** `同志们：` and `各位党员：大家好！` alike. */
export function isSalutation(text: string): boolean {
  return (
    text.length <= 80 &&
    greeting.test(text) &&
    addressed.test(text) &&
    !/[。；;]./.test(text) &&
    !noAddress.test(text) &&
    (/[:：]$|好[！!。]?$/.test(text) || text.length <= longestGreeting) &&
    parseNumbering(text) === null &&
    !/(?:如下|以下|指出|强调|要求|提出|认为|决定|是)[:：]$/.test(text)
  );
}

/** 各乡镇人民政府，县直各部门： above an official paper. */
export function isAddressee(text: string): boolean {
  return (
    text.length <= 160 &&
    /[:：]$/.test(text) &&
    addressedOffices.test(text) &&
    !/[。；;]/.test(text) &&
    !/(?:如下|以下|通知|要求)[:：]$/.test(text)
  );
}
