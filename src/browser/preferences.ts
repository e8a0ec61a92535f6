/*
 * How a reader likes texts to look: kept on the reader's own machine, and as attributes of the page
 * (`data-mode`, `data-theme`, `data-size`, `data-spacing`, `data-keys`), which the style sheet and the keys go by. Where the browser
 * keeps nothing, a choice holds for the page.
 */
export const choices = {
  // 长辈模式: larger type and targets, a plainer page
  mode: ['usual', 'elder'],
  size: ['small', 'medium', 'large'],
  spacing: ['narrow', 'medium', 'wide'],
  theme: ['automatic', 'light', 'dark', 'paper'],
  // Whoever dictates must be able to do without keys of one letter (WCAG 2.2, 2.1.4)
  keys: ['on', 'off'],
} as const;

export type Preference = keyof typeof choices;

/** What holds until a reader chooses. */
const usual: Readonly<Record<Preference, string>> = {
  mode: 'usual',
  size: 'medium',
  spacing: 'medium',
  theme: 'automatic',
  keys: 'on',
};

const prefix = 'guidang-';

export function preferenceOf(name: Preference): string {
  const kept = readSetting(name);
  return choices[name].find((choice) => choice === kept) ?? usual[name];
}

/** Puts the reader's choices on the page. */
export function applyPreferences(): void {
  for (const name of preferenceNames) apply(name, preferenceOf(name));
}

export function prefer(name: Preference, choice: string): void {
  apply(name, choice);
  writeSetting(name, choice);
}

export const preferenceNames: readonly Preference[] = ['mode', 'size', 'spacing', 'theme', 'keys'];

function apply(name: Preference, choice: string): void {
  const { dataset } = document.documentElement;
  if (choice === usual[name]) delete dataset[name];
  else dataset[name] = choice;
}

export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

export function writeSetting(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // The browser keeps nothing: the choice holds for this page
  }
}
