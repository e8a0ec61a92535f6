import { describe, expect, test } from 'vitest';
import { isChosen } from '#check/rules/told.ts';
import { catalogueIn, tongues } from '#diagnostics/catalogues.ts';
import { guidang, type RunOptions, useFolders, writeSite } from './harness.ts';

const newFolder = useFolders();

/** A site in which many things are wrong. */
const faulty = writeSite(newFolder('faulty'), {
  'content/a.md': '---\ndate: 昨天\nviews: 很多\ntitel: 讲话\n---\n正文。\n',
  'content/b.md': '---\ntitle：讲话\n---\n正文。\n',
  'content/c.md':
    '# 讲话\n\n[名单](absent.md) ![图](https://example.org/a.png)\n\n电话13812345678。\n',
  'content/d.md': '# 通知\n\n机密★10年\n\n正文。\n',
  'content/e.md': '# 讲话（3篇）\n\n## 篇一\n\n正文。\n\n## 篇二\n\n正文。\n',
  'content/f.txt': '支委会会议记录\n时间：2024年2月30日\n地点：\n主持人：李××\n会议内容：防汛。\n',
  'content/g.md': '---\ndraft: true\n---\n正文。\n',
  'content/h.exe': 'x',
  'content/lone.yaml': 'title: 无文\n',
  'content/empty.md': '# 空文\n',
});

function run(args: readonly string[], options: RunOptions = {}) {
  return guidang(args, { cwd: faulty.folder, ...options });
}

const chinese = /\p{Script=Han}/u;
/** English words that stand among Chinese: names of fields, options, files and rules. */
const named =
  /[\w./:-]*[./_:#-][\w./:-]*|\(\w+\)|\b(?:title|titel|publish|pieces|Markdown|YAML|GB|T|UTF|privacy|redact|true|false|draft|id|allow|classification|date|views|guidang|check)\b/g;

function isChinese(line: string): boolean {
  const words = line.replace(named, '').match(/[a-z]{3,}/gi) ?? [];
  return chinese.test(line) && words.length === 0;
}

describe('messages are in the language that is asked for', () => {
  test('by --lang', () => {
    const { stdout, stderr } = run(['build', '--lang', 'zh', '--now', '2025-01-01', '--verbose']);
    const told = `${stderr}${stdout}`.split('\n');
    // The lines around a place are the text's own
    const isOfFrame = (line: string) => /^ {4}\s*(?:>?\s*\d+ |\|)/.test(line);
    const own = told.filter((line) => line.trim() !== '' && !isOfFrame(line));
    expect(own.filter((line) => !isChinese(line))).toEqual([]);
    expect(told.some((line) => line.includes('全角冒号'))).toBe(true);
    expect(stdout).toMatch(/份文档，.+个错误，\d+ 个提醒，用时/);
  });

  test.each([
    [{ LC_ALL: 'zh_CN.UTF-8' }, '个错误'],
    [{ LC_ALL: '', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'en_GB.UTF-8' }, '个错误'],
    [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_TW.UTF-8' }, '个错误'],
    [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'errors'],
    [{ LC_ALL: 'en_GB.UTF-8' }, 'errors'],
  ])('by the system: %j', (env, words) => {
    expect(run(['check'], { env }).stdout).toContain(words);
  });

  test('in the reports of a check too, for people, scripts and forges', () => {
    expect(run(['check', '--lang', 'zh']).stdout).toContain('错误 front-matter: 读不懂的字段');
    const { findings } = JSON.parse(run(['check', '--lang', 'zh', '--json']).stdout);
    for (const { message, why, mend } of findings) {
      expect([message, why, mend].filter((text) => !chinese.test(text))).toEqual([]);
    }
    const { runs } = JSON.parse(run(['check', '--lang', 'zh', '--sarif']).stdout);
    for (const { shortDescription, help } of runs[0].tool.driver.rules) {
      expect(`${shortDescription.text}${help.text}`).toMatch(chinese);
    }
  });

  test('of templates too', () => {
    const { folder } = writeSite(newFolder('template'), {
      'content/a.md': '# 讲话\n\n正文。\n',
      'templates/document.njk': '{{ document.titel }}',
    });
    const { stderr } = run(['build', '--lang', 'zh'], { cwd: folder });
    expect(stderr).toContain(
      '没有「titel」这个值；是不是 title？（在生成 documents/a/index.html 时）',
    );
  });

  test('in verify and explain', () => {
    expect(run(['verify', '--lang', 'zh', '--output', 'nowhere']).stderr).toContain('没有核验');
    const told = run(['explain', '--lang', 'zh', '--json', 'content/f.txt']).stdout;
    expect(told).toContain('没有这一天');
    expect(told).toContain('空着没有填');
    expect(run(['explain', '--lang', 'zh', 'absent.md']).stderr).toContain('读不了');
  });

  test('of which another one is wrong usage', () => {
    const { status, stderr } = run(['build', '--lang', 'xx']);
    expect(status).toBe(2);
    expect(stderr).toContain(tongues.join(', '));
  });
});

test.each(tongues)('every sentence is there in the language %s', (tongue) => {
  const [english, own] = [catalogueIn('en'), catalogueIn(tongue)];
  expect(Object.keys(own.sentences).sort()).toEqual(Object.keys(english.sentences).sort());
  expect(Object.keys(own.rules).sort()).toEqual(Object.keys(english.rules).sort());
});

test('whatever is said of an archive stands under a rule of the check that was chosen for it', () => {
  const rules = Object.keys(catalogueIn('en').sentences)
    .filter((name) => !ofNoCheck.test(name))
    .map((name) => name.split('/')[0] ?? '');
  const chosen = (rule: string) => rule in catalogueIn('en').rules || isChosen(rule);
  expect([...new Set(rules)].filter((rule) => !chosen(rule))).toEqual(others);
});

/** Of a build, of other commands, of the configuration and of the system, which a check does not look at. */
const ofNoCheck =
  /^(?:left-out|not-verified|config-|output-|usage|confined|template|unwritable|memory|own-fault|ledger|addresses-|numbering|overrule|adopt-|names-|part-unread)/;

/** What stands under `other`, since no rule fits: a build tells it as well. */
const others = ['content-folder', 'active-file', 'unknown-file', 'publish-absent', 'field'];
