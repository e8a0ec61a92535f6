import { posix, sep } from 'node:path';
import type { Finding } from '#check/check.ts';
import { checkRules } from '#check/rules/index.ts';
import type { Catalogue } from '#diagnostics/catalogue.ts';
import { tellFinding } from './check-report.ts';

/**
 * Findings as a log in the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0), which
 * forges and editors show beside the lines.
 *
 * @param content the content folder, relative to where the log is read
 */
export function toSarif(
  findings: readonly Finding[],
  content: string,
  catalogue: Catalogue,
): string {
  const rules = checkRules.map(({ name, severity }) => {
    const { why, mend } = catalogue.rules[name];
    return {
      id: name,
      shortDescription: { text: why },
      help: { text: mend },
      defaultConfiguration: { level: severity },
    };
  });
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'guidang', rules } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => toResult(finding, content, catalogue)),
      },
    ],
  };
  return JSON.stringify(log);
}

function toResult(finding: Finding, content: string, catalogue: Catalogue) {
  const { severity, rule, file, line, message, mend } = tellFinding(finding, catalogue);
  return {
    ruleId: rule,
    ruleIndex: checkRules.findIndex(({ name }) => name === rule),
    level: severity,
    message: { text: `${message}\n${mend}` },
    locations: file === null ? [] : [{ physicalLocation: locate(file, line, content) }],
  };
}

function locate(file: string, line: number | null, content: string) {
  // Of what lies beside the content folder the path begins with `..`
  const path = posix.join(...content.split(sep), file);
  const artifactLocation = { uri: path.split('/').map(encodeURIComponent).join('/') };
  return line === null ? { artifactLocation } : { artifactLocation, region: { startLine: line } };
}
