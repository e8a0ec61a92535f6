import type { Undone } from '#diagnostics/words.ts';

export function undoneWork(undone: Undone): string {
  switch (undone.is) {
    case 'build':
      return `${undone.output} 的生成中断了`;
    case 'building':
      return '生成中断了';
    case 'check':
      return '检查中断了';
    case 'command':
      return '命令中断了';
    case 'write':
      return `${undone.path} 写不了`;
    case 'make':
      return `${undone.path} 没有生成`;
    case 'folder':
      return `输出文件夹 ${undone.output} 写不了`;
  }
}

export const refusals: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满：请腾出空间再生成。',
  EDQUOT: '您的磁盘配额已用完：请腾出空间再生成。',
  EACCES: '请给自己加上权限；如果是输出文件夹，也可用 --output 另指定一个。',
  EPERM: '请给自己加上权限；如果是输出文件夹，也可用 --output 另指定一个。',
  EEXIST: '在应是文件夹的位置上有一个文件，请移走再生成。',
  EROFS: '磁盘是只读的：请用 --output 指定另一个文件夹。',
  EMFILE: '请放宽可打开文件数的限制（ulimit -n），或减少 --jobs。',
  ENFILE: '系统打开的文件太多：请关闭别的程序再生成。',
  ENAMETOOLONG: '请缩短文件名、文件夹名或 id。',
  ELOOP: '请从输出文件夹中移走链接再生成。',
  ENOTDIR: '在应是文件夹的位置上有一个文件，请移走再生成。',
  ENOENT:
    '请再生成一次，可能有文件在使用时被移走。仍不行请改名：有的磁盘不允许文件名中有 : * ? " < > |',
  EINVAL:
    '请给文件改名：这个磁盘不允许文件名中有 : * ? " < > |，不允许以点或空格结尾，也不允许用设备名（con、aux、nul）。',
};
