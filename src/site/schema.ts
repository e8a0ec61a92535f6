import * as z from 'zod';
import type { ConfigurationForm } from '#diagnostics/words.ts';
import { parseDate } from '#document/dates/dates.ts';
import type { Understood } from '#document/switches.ts';
import { locales } from '#languages/index.ts';
import { checkRuleNames } from './check-rules.ts';
import { openZone } from './zone.ts';

function isTimeZone(name: string): boolean {
  try {
    openZone(name);
    return true;
  } catch {
    return false;
  }
}

function staysBelow(path: string): boolean {
  return !path.split('/').includes('..') && !path.includes('\\') && !isOfPrograms.test(path);
}

function toPath(written: string): string {
  return written.normalize('NFC').replace(/^\.?\//, '');
}

/** Folders of a repository and of the program itself, in whose places nothing may be written. */
const isOfPrograms = /^\.?\/*\.(?:git|guidang)/;

/** An address that runs in a reader's browser is none. */
function isNoScript(page: string): boolean {
  return !/^[\s\p{Cc}]*(?:javascript|data|vbscript)[\s\p{Cc}]*:/iu.test(page);
}

/** The name of what is expected, which the catalogue of sentences puts into words. */
const form = (name: ConfigurationForm) => name;

const whole = (least: number, most: number) => {
  const error = `whole ${least} ${most}`;
  return z.int(error).min(least, error).max(most, error);
};

const flag = z.boolean().default(true);

export const understandSchema = z.strictObject({
  leftovers: flag,
  kind: flag,
  outline: flag,
  enumerations: flag,
  pieces: flag,
  meeting: flag,
  quiz: flag,
  date: flag,
  names: flag,
  placeholders: flag,
  passages: flag,
} satisfies Record<Understood, typeof flag>);

const level = z.enum(['off', 'warning', 'error']).optional();

const checkSchema = z.strictObject(Object.fromEntries(checkRuleNames.map((name) => [name, level])));

/** `site.config.yaml`: every key has a default, so that an empty file builds a site. */
export const configurationSchema = z.strictObject({
  title: z.string().min(1).default('归档'),
  description: z.string().default(''),
  /** Where the site is published; its path, if any, is the base path. */
  siteUrl: z.url({ protocol: /^https?$/, error: form('address') }).default('https://example.org'),
  basePath: z
    .string()
    .regex(/^\/(?:[\w.~-]+(?:\/[\w.~-]+)*\/?)?$/, form('path'))
    .optional(),
  locale: z.enum(locales).default('zh-CN'),
  timeZone: z.string().refine(isTimeZone, form('zone')).default('Asia/Shanghai'),
  pageSize: whole(1, 1000).default(50),
  navigation: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        page: z.string().min(1).refine(isNoScript, form('page')),
      }),
    )
    .optional(),
  popular: z.strictObject({ count: whole(0, 1000).default(12) }).prefault({}),
  feed: z.strictObject({ count: whole(1, 1000).default(50) }).prefault({}),
  footer: z.string().default(''),
  /** Files below `content/`, or folders ending in `/`, that are published at their own paths, linked or not. */
  publish: z.array(z.string().min(1).refine(staysBelow, form('files'))).default([]),
  /** Lists below `content/` that give files their fields, beside those named `metadata.csv`. */
  lists: z.array(z.string().min(1).refine(staysBelow, form('files')).transform(toPath)).default([]),
  /** Whether readers get the files of offices that documents were read from. */
  originals: z.enum(['keep', 'publish']).default('keep'),
  /** Characters a minute. */
  rates: z
    .strictObject({ reading: whole(50, 2000).default(400), speaking: whole(50, 1000).default(200) })
    .prefault({}),
  /** Whether the site can be searched. */
  search: flag,
  /** What becomes of numbers and addresses of persons. */
  privacy: z.enum(['off', 'warn', 'error', 'redact']).default('warn'),
  /** What is read from texts where front matter does not say it. */
  understand: understandSchema.prefault({}),
  /** How much the rules of `guidang check` weigh. */
  check: checkSchema.prefault({}),
  /** Judges `publish` and `expires` by this time instead of the machine's clock. */
  now: z
    .string()
    .refine((text) => parseDate(text) !== null, form('date'))
    .optional(),
});

export type Configuration = z.output<typeof configurationSchema>;
