/** Names that say nothing of what a file holds. */
const nameless =
  /^(?:readme|_?index|untitled|document|doc|text|note|notes|新建.*|无标题|無標題|未命名|文档|文檔|文本文档)[\s\d()（）_-]*$/i;

/** Names that tell one file of a folder from the others: a day, a number, 第七次. */
const ordinal =
  /^[\s\d._()（）年月日-]+$|^第?[\d一二三四五六七八九十百〇零]+[次届屆期号號讲講篇周週]?$/;

/** The title of a text that bears none: the name of its file, with that of its folder where it says too little. */
export function titleOfFile(fileName: string, folder: string | null): string {
  const name = fileName.trim();
  if (folder === null || folder.trim() === '') return name;
  if (nameless.test(name)) return folder.trim();
  return ordinal.test(name) ? `${folder.trim()} ${name}` : name;
}
