import type {
  ConfigurationForm,
  EncodingFault,
  HolderName,
  TemplateFault,
  Undone,
} from '#diagnostics/words.ts';
import { encodingFault } from './files.ts';
import { refusals, undoneWork } from './system.ts';

/** What can be wrong with the configuration, the folders and the system. */
export const site = {
  usage: ({ option, found, form }: { option: string; found: string; form: ConfigurationForm }) => ({
    message: `${option}: found ${found}, expected ${forms[form]}`,
  }),
  'config-missing': ({ reason }: { reason: string }) => ({
    message: `the configuration cannot be read: ${reason}`,
    hint: 'Name a file that is there, or leave out --config.',
  }),
  'config-unreadable': ({ reason }: { reason: string }) => ({
    message: `the configuration is there and cannot be read: ${reason}`,
    hint: 'Check that it is a file that you may read; nothing was changed.',
  }),
  'config-unreadable/encoding': ({ fault, offset }: { fault: EncodingFault; offset: number }) => ({
    message: `the configuration ${encodingFault(fault)} at byte ${offset}`,
    hint: 'Open it in the program that wrote it and save it as UTF-8.',
  }),
  'config-name': ({ found, expected }: { found: string; expected: string }) => ({
    message: `found ${found}, expected ${expected}: by its name it is not read`,
    hint: `Rename it to ${expected}, or name it with --config ${found}.`,
  }),
  'config-yaml': ({ reason }: { reason: string }) => ({
    message: `the configuration is not YAML: ${reason}`,
    hint: 'Put a value that has a colon, a star, a bracket or a quotation mark in quotation marks; use spaces, not tabs.',
  }),
  'config-key': ({
    key,
    nearest,
    allowed,
  }: {
    key: string;
    nearest: string | null;
    allowed: readonly string[];
  }) => ({
    message: `${key}: no such key`,
    hint: nearest === null ? `Allowed are ${allowed.join(', ')}.` : `Did you mean ${nearest}?`,
  }),
  'config-value/type': ({ key, found, type }: { key: string; found: string; type: string }) => ({
    message: `${key || 'the configuration'}: found ${found || 'nothing'}, expected ${types[type] ?? type}`,
  }),
  'config-value/one-of': ({
    key,
    found,
    values,
  }: {
    key: string;
    found: string;
    values: readonly string[];
  }) => ({
    message: `${key}: found ${found}, expected one of ${values.join(', ')}`,
  }),
  'config-value/whole': ({
    key,
    found,
    least,
    most,
  }: {
    key: string;
    found: string;
    least: number;
    most: number;
  }) => ({
    message: `${key}: found ${found}, expected a whole number from ${least} to ${most}`,
  }),
  'config-value/empty': ({ key }: { key: string }) => ({
    message: `${key}: found "", expected a text`,
  }),
  'config-value/form': ({
    key,
    found,
    form,
  }: {
    key: string;
    found: string;
    form: ConfigurationForm;
  }) => ({
    message: `${key}: found ${found}, expected ${forms[form]}`,
  }),
  'config-value/other': ({
    key,
    found,
    reason,
  }: {
    key: string;
    found: string;
    reason: string;
  }) => ({
    message: `${key}: found ${found}: ${reason}`,
  }),

  'output-folder/root': ({ output }: { output: string }) => ({
    message: `the output folder is the root: ${output}`,
    hint: otherFolder,
  }),
  'output-folder/file': ({ output }: { output: string }) => ({
    message: `the output folder is a file: ${output}`,
    hint: otherFolder,
  }),
  'output-folder/home': ({ output }: { output: string }) => ({
    message: `the output folder ${output} is or holds your home folder`,
    hint: otherFolder,
  }),
  'output-folder/within': ({ output, folder }: { output: string; folder: string }) => ({
    message: `the output folder ${output} and ${folder} lie within each other`,
    hint: otherFolder,
  }),
  'output-folder/foreign': ({
    output,
    names,
    count,
    isCounted,
  }: {
    output: string;
    names: readonly string[];
    count: number;
    isCounted: boolean;
  }) => ({
    message: `the output folder ${output} holds files that no build has written (${isCounted ? count : `at least ${count}`}): ${list(names, count)}`,
    hint: 'Name another folder with --output, or build among them with --adopt.',
  }),
  'output-folder/in-the-way': ({
    output,
    names,
    count,
  }: {
    output: string;
    names: readonly string[];
    count: number;
  }) => ({
    message: `files that no build has written stand in ${output} where this one has something to write (${count}): ${list(names, count)}`,
    hint: 'They were left as they are. Move them away, or let them be replaced with --adopt.',
  }),
  'output-locked': ({
    output,
    holder,
    seconds,
    file,
  }: {
    output: string;
    holder: HolderName;
    seconds: number;
    file: string;
  }) => ({
    message: `another build works on ${output}: ${nameOf(holder)} did not end within ${seconds} s`,
    hint: `Wait for its end, or give more time with --wait; if it is no build, delete ${file}.`,
  }),
  'output-waiting': ({
    output,
    holder,
    seconds,
  }: {
    output: string;
    holder: HolderName;
    seconds: number;
  }) => ({
    message: `${nameOf(holder)} builds ${output}: waiting up to ${seconds} s`,
  }),
  unwritable: ({ undone, reason, code }: { undone: Undone; reason: string; code: string }) => ({
    message: `${undoneWork(undone)}: ${reason}`,
    hint: refusals[code] ?? 'Check the space left and the rights of the folders.',
  }),
  memory: ({ undone }: { undone: Undone }) => ({
    message: `${undoneWork(undone)}: a thread had no memory left`,
    hint: 'Use fewer --jobs, or allow more: NODE_OPTIONS=--max-old-space-size=8192',
  }),
  'own-fault': ({ undone, problem }: { undone: Undone; problem: string }) => ({
    message: `a fault of Guidang: ${undoneWork(undone)}: ${problem}`,
    hint: 'Everything else goes on. Please report it, with the file that brings it out.',
  }),
  'ledger/fates': ({ expected, found }: { expected: number; found: readonly string[] }) => ({
    message: `a fault of Guidang: ${expected === 1 ? 'one fate expected of each source file' : `${expected} fates expected of ${expected} source files`}, found ${found.join(' and ') || 'none'}`,
    hint: 'Please report it, with the name of the file and its front matter.',
  }),
  'ledger/no-page': () => ({
    message: 'a fault of Guidang: a page expected of each document, found none',
    hint: 'Please report it, with the name of the file and its front matter.',
  }),
  'confined/asterisk': ({ path }: { path: string }) => ({
    message: `a build cannot be confined to a path with an asterisk in it: ${path}`,
    hint: 'Give the folder another name, or build without --confined.',
  }),
  'confined/profile': () => ({
    message: '--profile with a file does not go with --confined',
    hint: 'Leave out one of them; --profile without a file prints its table in either case.',
  }),
  'not-verified/unread': ({ file, reason }: { file: string; reason: string }) => ({
    message: `${file} cannot be read: ${reason}`,
  }),
  'not-verified/unanswered': ({ address }: { address: string }) => ({
    message: `${address} is not answered`,
  }),
  'not-verified/no-manifest': ({ address }: { address: string }) => ({
    message: `${address} is not answered with a manifest`,
  }),
  template: ({ fault, path, others }: { fault: TemplateFault; path: string; others: number }) => ({
    message: `${templateFault(fault)} (while rendering ${path}${others === 0 ? '' : ` and ${others} more`})`,
  }),
  'template/missing': ({
    name,
    known,
    path,
    others,
  }: {
    name: string;
    known: readonly string[];
    path: string;
    others: number;
  }) => ({
    message: `no template «${name}» (while rendering ${path}${others === 0 ? '' : ` and ${others} more`})`,
    hint: `There are ${known.join(', ')}.`,
  }),
};
const otherFolder = 'Name another folder with --output.';
function list(names: readonly string[], count: number): string {
  return `${names.join(', ')}${count > names.length ? ', …' : ''}`;
}

function nameOf({ pid, host, since }: HolderName): string {
  return `process ${pid} on ${host} (since ${since})`;
}

const forms: Readonly<Record<ConfigurationForm, string>> = {
  address: 'an address such as https://archive.example',
  path: 'a path such as / or /archive/',
  zone: 'an IANA time zone such as Asia/Shanghai',
  page: 'a page of the site or a web address',
  files: 'paths below content/ such as CNAME',
  date: 'a time such as 2024-08-07T09:00:00',
};

/** What the schema calls the types of values. */
const types: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
};

function templateFault(fault: TemplateFault): string {
  switch (fault.is) {
    case 'missing': {
      const { name, nearest, known } = fault;
      const mend =
        nearest === null ? `there are ${known.join(', ') || 'none'}` : `did you mean ${nearest}?`;
      return `no value «${name}»; ${mend}`;
    }
    case 'null':
      return 'a value that is null is printed: ask for it with {% if … %} first';
    case 'not-found':
      return `${fault.what} not found: ${fault.name}`;
    case 'other':
      return fault.words;
  }
}
