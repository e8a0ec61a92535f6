import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutPlace } from '#output/without-place.ts';

const latitude = [31, 14, 7];

/** Exif with a directory of the place, and a tag beside it that stays: the side that is up. */
function exif(isLittle: boolean): Buffer {
  const block = Buffer.alloc(200);
  const short = (value: number, at: number) =>
    isLittle ? block.writeUInt16LE(value, at) : block.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    isLittle ? block.writeUInt32LE(value, at) : block.writeUInt32BE(value, at);
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    short(tag, at);
    short(type, at + 2);
    long(count, at + 4);
    if (type === 3) short(value, at + 8);
    else long(value, at + 8);
  };
  block.write(isLittle ? 'II' : 'MM', 0, 'latin1');
  short(42, 2);
  long(8, 4);
  short(2, 8);
  entry(10, 0x112, 3, 1, 6);
  entry(22, 0x8825, 4, 1, 60);
  short(2, 60);
  entry(62, 1, 2, 2, isLittle ? 0x4e : 0x4e000000);
  entry(74, 2, 5, 3, 120);
  for (const [index, value] of latitude.entries()) {
    long(value, 120 + index * 8);
    long(1, 124 + index * 8);
  }
  return block;
}

const xmp = Buffer.from(
  `<x:xmpmeta><rdf:Description exif:GPSLatitude="31,14.7N" dc:title="会场"><exif:GPSLongitude>121,28.1E</exif:GPSLongitude></rdf:Description></x:xmpmeta>`,
);

function jpeg(...segments: readonly Buffer[]): Buffer {
  const parts = segments.map((content) => {
    const head = Buffer.alloc(4);
    head.writeUInt16BE(0xffe1, 0);
    head.writeUInt16BE(content.length + 2, 2);
    return Buffer.concat([head, content]);
  });
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    ...parts,
    Buffer.from('ffda0004abcdffd9', 'hex'),
  ]);
}

function png(...chunks: readonly (readonly [name: string, content: Buffer])[]): Buffer {
  const parts = chunks.map(([name, content]) => {
    const body = Buffer.concat([Buffer.from(name), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  });
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

function webp(...chunks: readonly (readonly [name: string, content: Buffer])[]): Buffer {
  const parts = chunks.map(([name, content]) => {
    const head = Buffer.alloc(8);
    head.write(name, 0, 'latin1');
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
  });
  const body = Buffer.concat([Buffer.from('WEBP'), ...parts]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

const exifSegment = (isLittle: boolean) => Buffer.concat([Buffer.from('Exif\0\0'), exif(isLittle)]);
const xmpSegment = Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), xmp]);

describe('a photograph is published without its place', () => {
  test.each<[string, Buffer]>([
    ['JPEG', jpeg(exifSegment(true))],
    ['JPEG of the other byte order', jpeg(exifSegment(false))],
    ['JPEG with XMP', jpeg(exifSegment(true), xmpSegment)],
    ['PNG', png(['eXIf', exif(true)], ['IDAT', Buffer.from('x')])],
    ['WebP', webp(['EXIF', exif(true)], ['XMP ', xmp])],
  ])('%s', (_, file) => {
    const own = Buffer.from(withoutPlace(file));
    expect(own.length).toBe(file.length);
    for (const order of ['writeUInt32LE', 'writeUInt32BE'] as const) {
      const degrees = Buffer.alloc(16);
      for (const [index, value] of [latitude[0] ?? 0, 1, latitude[1] ?? 0, 1].entries())
        degrees[order](value, index * 4);
      expect(own.includes(degrees)).toBe(false);
    }
    expect(own.toString('latin1')).not.toMatch(/31,14|121,28/);
    // Which side is up stays, or it would lie on another
    expect(
      own.includes(Buffer.from('1201', 'hex')) || own.includes(Buffer.from('0112', 'hex')),
    ).toBe(true);
    expect(withoutPlace(own)).toBe(own);
  });

  test('and the check sums of a PNG are those of its chunks', () => {
    const own = Buffer.from(withoutPlace(png(['eXIf', exif(false)])));
    expect(own.readUInt32BE(own.length - 4)).toBe(crc32(own.subarray(12, own.length - 4)));
  });

  test('other words stay', () => {
    expect(Buffer.from(withoutPlace(jpeg(xmpSegment))).toString()).toContain('dc:title="会场"');
  });
});

test.each<[string, Buffer]>([
  ['without any', jpeg()],
  ['of nothing', Buffer.alloc(0)],
  ['that ends early', jpeg(exifSegment(true)).subarray(0, 40)],
  ['that is none', Buffer.from('第一条　为了规范')],
])('a picture %s stays as it is', (_, file) => {
  expect(withoutPlace(file)).toBe(file);
});

test('damage does no harm', () => {
  const file = jpeg(exifSegment(true), xmpSegment);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { maxLength: 8 }),
      (edits) => {
        const damaged = Buffer.from(file);
        for (const [at, value] of edits) damaged[at] = value;
        expect(withoutPlace(damaged).length).toBe(file.length);
      },
    ),
    { numRuns: 500 },
  );
});
