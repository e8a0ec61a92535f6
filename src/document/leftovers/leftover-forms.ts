import type { LeftoverKind } from '#document/text/aside.ts';

/**
 * A form of lines that pages carry along. All are whole lines: a sentence that begins or ends alike is
 * text.
 */
export type LeftoverForm = Readonly<{
  kind: LeftoverKind;
  pattern: RegExp;
  /**
   * Where it is a leftover by itself: a formula at the head or the foot of a text, a line of navigation
   * anywhere in a plain text. Everywhere else, and of the last sort always, the text must show in another
   * way that it was crawled.
   */
  alone: 'at the edges' | 'in plain text' | 'never';
}>;

const end = '[。.！!]?$';

/** Alternatives of one pattern, for the whole of a line. */
const whole = (...alternatives: readonly string[]) =>
  new RegExp(`^(?:${alternatives.join('|')})${end}`, 'i');

const provinces = '[京沪津渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川蜀贵黔云滇陕甘陇青台蒙桂宁新藏港澳]';
const ownText =
  '(?:本文|此文|该文|文章|本站(?:所有)?(?:内容|资料|文章|文档|素材)|以上(?:内容|资料)|部分(?:内容|资料))';
const network = '(?:网络|互联网|因特网|网友(?:投稿|上传|分享|整理)?|网站|互联网公开资料)';
const study =
  '(?:仅供|供)(?:大家|网友|个人)?(?:学习|参考|交流|学习参考|学习交流|参考学习|学习和参考|学习与参考)(?:之用|使用|用)?';
const ofAuthor =
  '(?:版权|著作权)(?:归|属于|属)(?:原)?(?:作者|网站|本站|原网站)(?:或.{1,8})?(?:所有)?';
const between = '[，,；;。\\s]{0,2}';
const toldAbout = `如(?:有|涉及)?(?:侵权|版权问题|侵犯.{0,8}权(?:益|利)?)${between}(?:请|烦请)?(?:及时)?(?:与)?(?:联系|告知|通知)?(?:我们|本站|管理员|作者)?(?:进行)?(?:及时)?(?:联系)?(?:删除|处理|删改)?`;
const code = '(?:上方|下方|左侧|右侧|下面|上面)?(?:的)?(?:二维码)?';
const account = '(?:我们|.{0,10}(?:公众号|公众平台|微信号?|微博|视频号|小程序|抖音号?|客户端))';
const action = '(?:关注|添加|加入|识别|进入|下载|查看|阅读|分享)';
/** Things to click on in a page, of which several stand in a line. */
const button =
  '(?:打印(?:本页|此页|文章)?|关闭(?:窗口|本页|页面)?|收藏(?:本页|本文|此文)?|加入收藏|分享(?:到|至)?|举报|点赞|纠错|我要纠错|复制链接|推荐给好友|返回(?:上页|上一页|列表)?|设为首页|TOP)';

export const leftoverForms: readonly LeftoverForm[] = [
  {
    kind: 'neighbour',
    pattern:
      /^(?:[【[<]?\s*)?(?:上一篇|下一篇|前一篇|后一篇)(?:文章)?\s*[】\]>]?\s*(?:[:：][^。！？；!?;]*|\s[^。！？；!?;]*)$/,
    alone: 'in plain text',
  },
  // Parts of a book and words of a lesson look alike
  {
    kind: 'neighbour',
    pattern: /^(?:上|下)一(?:页|条|篇)(?:\s*[:：][^。！？；!?;]{0,60})?$/,
    alone: 'never',
  },
  {
    kind: 'page-number',
    pattern:
      /^(?:[-—–－]{1,2}\s*\d{1,4}\s*[-—–－]{1,2}|第\s*\d{1,4}\s*页[\s,，/]*共\s*\d{1,4}\s*页|共\s*\d{1,4}\s*页[\s,，]*第\s*\d{1,4}\s*页|Page\s*\d{1,4}(?:\s*of\s*\d{1,4})?)$/i,
    alone: 'in plain text',
  },
  // A fraction, a score and a date look alike
  {
    kind: 'page-number',
    pattern: /^(?:\d{1,4}\s*\/\s*\d{1,4}(?:\s*页)?|第\s*\d{1,4}\s*页)$/,
    alone: 'never',
  },
  {
    kind: 'notice',
    pattern: whole(
      '版权所有(?:[\\s:：©][^，。；]{0,24}|[，,](?:翻印|侵权|违者|盗版)必究)?',
      '(?:版权|免责)声明[:：]?',
      `${ownText}(?:均|都|全部)?(?:来自|来源于|源自|转自|转载自|整理自|摘自|摘编自|系|由)(?:于)?${network}(?:整理|发布|上传)?(?:${between}${ofAuthor})?(?:${between}${study})?(?:${between}${toldAbout})?`,
      `${ownText}${study}(?:${between}(?:不得|请勿|禁止|切勿)(?:用于)?(?:商业用途|商用|转载|他用))?(?:${between}${toldAbout})?`,
      toldAbout,
      '(?:如需)?转载(?:时)?(?:请|须|需)(?:注明|保留|标明)(?:本文)?(?:出处|来源|作者)(?:和|及|与|、)?(?:出处|来源|作者|链接)?(?:[:：].{0,40})?',
      '未经(?:本站|本网|作者|授权|许可|允许|书面){1,3}(?:授权|许可|同意|允许)?[，,]?(?:请勿|不得|禁止|严禁|谢绝)(?:擅自)?转载(?:(?:、|或|和)(?:复制|摘编|使用))*',
      'Copyright\\s*(?:©|\\(c\\)|\\d)[^，。；]{0,60}',
      // (C) alone is the third of some options
      '(?:©|\\(c\\))\\s*(?:Copyright\\s*)?\\d{4}[^，。；]{0,60}',
      '(?:[^，。；]{0,40}\\s)?All Rights Reserved[\\w\\s.©]{0,20}',
    ),
    alone: 'at the edges',
  },
  {
    kind: 'notice',
    pattern: new RegExp(
      `^(?:[^，。；]{0,24}[\\s:：|])?(?:${provinces}ICP[备证]\\s*\\d{3,}号?|${provinces}公网安备\\s*\\d{5,}号?)[^，。；]{0,40}$`,
      'i',
    ),
    alone: 'at the edges',
  },
  {
    kind: 'control',
    pattern: whole(
      `(?:微信|手机|打开微信|使用微信|用微信)?(?:扫码|扫一扫|扫描|长按|长按识别|长按或扫描|扫码或长按)${code}[，,]?(?:${action}${account}?)?`,
      `(?:更多.{0,8})?(?:欢迎|请|点击|敬请)*关注${account}`,
      '(?:点击|立即|免费|马上)?(?:下载|阅读|查看|浏览)(?:本文|全文|原文|文档|更多|本文档|此文档|更多内容)',
      '(?:展开|收起)(?:全文|阅读全文)',
      '返回(?:顶部|首页|列表|目录|上页)',
      `[【\\[［(（]\\s*${button}\\s*[】\\]］)）](?:\\s*[【\\[［(（]\\s*${button}\\s*[】\\]］)）])*`,
      `${button}(?:\\s*[/|｜·:：]\\s*${button}|\\s+${button})+`,
      '[【\\[]?(?:字号|字体)(?:大小)?\\s*[:：]\\s*(?:(?:大|中|小|特大|默认)\\s*[/|｜]?\\s*){2,}[】\\]]?',
      '分享(?:到|至)\\s*[:：]\\s*(?:(?:微信|微博|新浪微博|QQ空间|QQ好友|QQ|朋友圈)[\\s、，/|｜]*)*',
      '(?:当前|您(?:现在|当前)?的?)(?:所在)?位置\\s*[:：]\\s*(?:首页|主页|网站首页|本站首页).{0,80}',
    ),
    alone: 'at the edges',
  },
  {
    kind: 'control',
    pattern:
      /^(?:(?:来源|作者|编辑|时间|日期|发布(?:时间|日期)|更新时间)\s*[:：]?\s*.{0,40}|\d{4}-\d{1,2}-\d{1,2}.{0,40})(?:浏览|点击|阅读|访问)(?:次数|量|数)?\s*[:：]?\s*(?:\d+\s*次?|加载中.{0,4})$/,
    alone: 'never',
  },
  {
    kind: 'control',
    pattern:
      /^(?:\d{4}-\d{1,2}-\d{1,2}.{0,20}(?:来源|点击|浏览|阅读)\s*[:：].{0,40}|(?:来源|作者|发布时间|发布日期|编辑)\s*[:：].{0,40}(?:字号|字体|打印|浏览|点击|阅读).{0,20}|责任编辑\s*[:：]\s*\S{1,12}|下载(?:WORD|PDF|APP|地址|链接|次数).{0,40}|(?:浏览|阅读|点击|访问|下载)(?:次数|量|数)?\s*[:：]\s*\d+\s*次?|网站地图|登录\s*[/|]\s*注册|(?:开通|加入|购买)\s*VIP.{0,8})$/i,
    alone: 'never',
  },
];

/** 首页 > 讲话 > 2019: names of pages with a sign between them, from the first page on. */
export function isTrail(text: string): boolean {
  // Taken apart by the signs: a regular expression for the whole would try each space on both sides
  const [first = '', ...others] = text.split(/>{1,2}|»|›/);
  const isName = (part: string) => part !== '' && part.trim().length <= 24;
  const isHome = /^(?:网站|本站)?(?:首页|主页)$|^home$/i.test(first.trim());
  return isHome && others.length >= 1 && others.every(isName);
}
