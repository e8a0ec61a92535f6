/** Endings of pictures that browsers show. */
export const pictureEndings = ['png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp', 'avif'] as const;

const picture = new RegExp(String.raw`\.(?:${pictureEndings.join('|')})$`, 'i');

/** Whether a file is a picture that browsers show. */
export function isPicture(file: string): boolean {
  return picture.test(file);
}
