import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { useFolders } from './harness.ts';

const newFolder = useFolders();
const root = resolve(import.meta.dirname, '../..');
const schema = JSON.parse(readFileSync(join(root, 'docs/explain.schema.json'), 'utf8'));
const validate = new Ajv2020({ allErrors: true }).compile(schema);

function explain(...args: readonly string[]) {
  const all = [join(root, 'src/guidang.js'), 'explain', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: 'utf8' });
  const lines = stdout.trim().split('\n');
  return { status, stdout, stderr, lines };
}

const samples = readdirSync(join(root, 'content'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:md|txt)$/.test(file))
  .map((file) => join(root, 'content', file));

describe('guidang explain', () => {
  test('prints one object a line that keeps to its schema, for every sample', () => {
    const { status, lines } = explain('--json', ...samples);
    expect(status).toBe(0);
    expect(lines).toHaveLength(samples.length);
    for (const line of lines) {
      const explanation: unknown = JSON.parse(line);
      validate(explanation);
      expect(validate.errors, line.slice(0, 200)).toBeNull();
    }
  });

  test('shows what a text would do to a terminal', () => {
    const file = join(newFolder('explain'), 'talk.md');
    writeFileSync(file, '# 讲话\u009b2J\n\n各位同志。\n');
    expect(explain(file).stdout).toContain('讲话\\u009b2J');
  });

  test('says in words what was understood, with confidence, rule, line and words', () => {
    const file = join(newFolder('explain'), 'talk.txt');
    writeFileSync(
      file,
      '副镇长在清淤工作会上的讲话\n（2024年3月5日）\n同志们：\n一是看水，二是看人。\n',
    );
    const { stdout, status } = explain(file);
    expect(status).toBe(0);
    expect(stdout).toContain('kind: speech  (0.97, title-spoken, line 1: 讲话)');
    expect(stdout).toContain('date: 2024-03-05  (0.95, dateline, line 2: （2024年3月5日）)');
    expect(stdout).toContain('speaker: 副镇长');
  });

  test('tells how to say otherwise, in words that can be written beside the file', () => {
    const file = join(newFolder('explain'), 'record.txt');
    writeFileSync(
      file,
      '值班例会会议记录\n时间：2024年6月3日\n地点：渡口\n主持人：王芳\n一、排班\n已定。\n二、交接\n已定。\n本文来自网络，如有侵权请联系删除\n',
    );
    const { stdout } = explain(file);
    const [, told = ''] = stdout.split(/To say otherwise.*\n/);
    expect(told).toContain('title: 值班例会会议记录');
    expect(told).toContain('paragraphs: [排班]');
    writeFileSync(file.replace('.txt', '.yaml'), told.replace(/^ {2}/gm, ''));
    const [line = '{}'] = explain('--json', file).lines;
    const { outline, leftovers, problems, meeting } = JSON.parse(line);
    expect(outline.map(({ text }: { text: string }) => text)).toEqual(['交接']);
    expect({ leftovers, chair: meeting.chair }).toEqual({ leftovers: undefined, chair: '王芳' });
    expect(problems.map(({ rule }: { rule: string }) => rule)).toEqual(['meeting-missing']);
  });

  test('tells what cannot be read and goes on with the rest', () => {
    const folder = newFolder('explain');
    const file = join(folder, 'a.txt');
    writeFileSync(file, '在会上的讲话\n');
    const { status, stderr, lines } = explain('--json', join(folder, 'absent.txt'), file);
    expect(status).toBe(1);
    expect(stderr).toContain('absent.txt cannot be read');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(lines).toHaveLength(1);
  });

  test('reads the fields beside a plain text, which go before what the text says', () => {
    const folder = newFolder('explain');
    writeFileSync(join(folder, 'a.txt'), '在会上的讲话\n（2024年3月5日）\n');
    writeFileSync(join(folder, 'a.yaml'), 'kind: 通知\ndate: 2023-01-02\n');
    const [line = ''] = explain('--json', join(folder, 'a.txt')).lines;
    const { kind, date } = JSON.parse(line);
    expect(kind).toMatchObject({ id: 'notice', confidence: 1, evidence: { rule: 'front-matter' } });
    expect(date).toMatchObject({ value: '2023-01-02', evidence: { rule: 'front-matter' } });
  });

  test('goes by the configuration that is named, and tells its faults', () => {
    const folder = newFolder('explain');
    const file = join(folder, 'a.txt');
    const config = join(folder, 'site.config.yaml');
    writeFileSync(file, '在会上的讲话\n');
    writeFileSync(config, 'understand:\n  kind: false\n');
    const [line = ''] = explain('--json', '--config', config, file).lines;
    expect(JSON.parse(line).kind).toMatchObject({ id: 'document', confidence: 0 });
    writeFileSync(config, 'understand:\n  kinds: false\n');
    const { status, stderr } = explain('--json', '--config', config, file);
    expect(status).toBe(1);
    expect(stderr).toContain('Did you mean kind?');
  });
});
