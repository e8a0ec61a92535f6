/** The form of a path in the manifests, which have one path a line: those of both are the same. */

/** RFC 8493, section 2.1.3: line feed, carriage return and the percent sign, and nothing else. */
export function encodePath(path: string): string {
  return path.replace(/[%\n\r]/g, (found) => {
    return `%${found.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

export function decodePath(path: string): string {
  return path.replace(/%(0A|0D|25)/gi, (_, code: string) => {
    return String.fromCharCode(Number.parseInt(code, 16));
  });
}

/** A manifest may come from a host, or be edited: no path of it may lead out of the folder. */
export function isInside(path: string): boolean {
  return path !== '' && !path.startsWith('/') && !path.split(/[/\\]/).includes('..');
}
