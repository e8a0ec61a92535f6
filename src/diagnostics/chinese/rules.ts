import type { Catalogue } from '#diagnostics/catalogue.ts';

/** guidang check 各项规则：为什么要紧，怎样改。 */
export const rules: Catalogue['rules'] = {
  unreadable: {
    why: '文档根本没有发布。',
    mend: '请确认文件能打开，并另存为 UTF-8 编码。',
  },
  'front-matter': {
    why: '读不懂的字段等于没写，文档在列表中的位置也就丢了。',
    mend: '请按 docs/content.md 的写法改正这个字段。',
  },
  classified: {
    why: '文档自己写明不对外公开，所以没有发布。',
    mend: '请移出文件夹；如果可以公开，请在字段中写 classification: allow。',
  },
  address: {
    why: '一个网址只能显示一份文档，另一份没有发布。',
    mend: '请给文档另写一个 id。',
  },
  'vanished-address': {
    why: '引用或收藏过这个网址的人再也找不到它。',
    mend: '请把从前的 id 写入文档的 aliases，或把文档撤下。',
  },
  'read-otherwise': {
    why: '没有人改过文件，已发布的文字却变了。',
    mend: '请对照原件查看网页，然后重新记录。',
  },
  'empty-text': {
    why: '读者打开的是没有正文的一页。',
    mend: '请补上正文；补上之前可写 draft: true。',
  },
  'broken-link': {
    why: '读者会点到不存在的地方。',
    mend: '请改正路径，或把文件放到它指的位置。',
  },
  privacy: {
    why: '个人信息一经公开就收不回来（《个人信息保护法》）。',
    mend: '请从文件中删去，或设 privacy: redact。',
  },
  'cut-off': {
    why: '正文的结尾可能丢了。',
    mend: '请与原件核对，补全正文。',
  },
  'date-later-than-text': {
    why: '文档在列表中的位置不对，引用时的日期也不对。',
    mend: '请写讲话、开会或签发的日期，不要写发布日期。',
  },
  'date-in-future': {
    why: '在那一天之前，它会排在所有文档的最前面。',
    mend: '请改正日期；如果要到那时才发布，请写 publish:。',
  },
  'date-before-1949': {
    why: '这样的年份多半是笔误。',
    mend: '请改正日期；档案确实这么早的，请把这项规则设为 off。',
  },
  'same-title': {
    why: '读者在列表和搜索中分不清它们。',
    mend: '请在标题中加上能区分的内容：年份、地点、场合。',
  },
  'near-identical': {
    why: '同一篇文字有两个版本，读者可能引用了不作数的那个。',
    mend: '请保留定稿，其余写 draft: true；差异页会显示两者的不同。',
  },
  'piece-count': {
    why: '合集缺了一篇，或与相邻的一篇没有分开。',
    mend: '请在每篇开头写「篇一」这样的一行。',
  },
  'quiz-answer': {
    why: '自测的读者会被告知正确选项是一个不存在的选项。',
    mend: '请对照原件核对选项和答案。',
  },
  'meeting-missing': {
    why: '会议记录应写明时间、地点、主持人、出席人员和记录人。',
    mend: '请补上这一行；无从知道的可以不补。',
  },
  'meeting-field': {
    why: '会议记录必有的一项空着，或写了不存在的时间。',
    mend: '请与原件核对。',
  },
  'missing-alternative': {
    why: '看不到图片的人不知道图上是什么（WCAG 2.2 第 1.1.1 条）。',
    mend: '请在方括号中写明：![会场](hall.jpg)',
  },
  'lost-image': {
    why: '图片不显示。',
    mend: '请把图片存一份放在文档旁边。',
  },
  'broken-fragment': {
    why: '链接只能打开那一页的开头，到不了要去的位置。',
    mend: '请打开那一页，从大纲进入那个位置，复制网址中 # 后面的部分。',
  },
  weekday: {
    why: '日期或星期有一个错了。',
    mend: '请与原件核对。',
  },
  'document-number': {
    why: '发文字号的写法不合 GB/T 9704-2012。',
    mend: '请写成 国发〔2024〕7号 的样子。',
  },
  placeholder: {
    why: '该填的姓名或数字没有填。',
    mend: '请填上；有意略去的，请把这项规则设为 off。',
  },
  'popular-absent': {
    why: '热门文档的列表中有一篇谁也打不开。',
    mend: '请加入这份文档，或从抓取的列表中删去这一行。',
  },
  'unlinked-file': {
    why: '文件没有发布：没有已发布的文档显示或链接它。',
    mend: '请在文档中链接它，或在配置的 publish: 中列出，或移出文件夹。',
  },
  'office-file': {
    why: '页面与作者在屏幕上看到的不同。',
    mend: '请对照原件。',
  },
  'set-aside': {
    why: '原文中的这些字没有出现在页面的正文里。',
    mend: '请确认它们不属于正文；属于的话请关闭 understand.leftovers，不要的请从文件中删去。',
  },
  other: {
    why: '生成网站时也会这样提示。',
    mend: '见提示。',
  },
};
