/*
 * Fields by the names that Chinese keepers give them, in front matter and in lists.
 */

/** The field for each of its Chinese names. */
const chinese: Readonly<Record<string, string>> = {
  标题: 'title',
  题名: 'title',
  标题名称: 'title',
  日期: 'date',
  发文日期: 'date',
  成文日期: 'date',
  发布日期: 'date',
  会议日期: 'date',
  更新日期: 'updated',
  修改日期: 'updated',
  文种: 'kind',
  类型: 'kind',
  类别: 'category',
  分类: 'category',
  单位: 'organisation',
  机关: 'organisation',
  部门: 'organisation',
  发文机关: 'organisation',
  发文单位: 'organisation',
  责任者: 'organisation',
  讲话人: 'speaker',
  发言人: 'speaker',
  作者: 'speaker',
  场合: 'occasion',
  地点: 'place',
  来源: 'source',
  文号: 'document-number',
  发文字号: 'document-number',
  发文文号: 'document-number',
  发文号: 'document-number',
  标签: 'tags',
  关键词: 'tags',
  主题词: 'tags',
  摘要: 'summary',
  浏览量: 'views',
  阅读量: 'views',
  篇数: 'pieces',
  别名: 'aliases',
  标识: 'id',
  草稿: 'draft',
  原件: 'original',
  发布时间: 'publish',
  到期日期: 'expires',
  失效日期: 'expires',
  有效期至: 'expires',
  公开日期: 'publish',
  撤下原因: 'withdrawn',
  撤回原因: 'withdrawn',
  撤销原因: 'withdrawn',
};

/** The name of a field as Guidang knows it; other names stay as they are. */
export function fieldNameOf(name: string): string {
  // 密级（必填）, 草稿：, 标题*
  const plain = name.trim().replace(/\s*(?:[（(][^（）()]*[）)])?\s*[:：*＊]*$/u, '');
  return chinese[plain] ?? (/\p{Script=Han}/u.test(plain) ? plain : name);
}

/** Values under the names that Guidang knows. One that has its field under that name already is not taken twice. */
export function withKnownNames<Value>(
  values: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  if (!Object.keys(values).some((name) => fieldNameOf(name) !== name)) return values;
  const known: Record<string, Value> = {};
  for (const [name, value] of Object.entries(values)) {
    const own = fieldNameOf(name);
    if (own === name || !(own in values)) known[own] = value;
    else known[name] = value;
  }
  return known;
}
