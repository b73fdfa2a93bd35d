import { crc32, deflateRawSync } from 'node:zlib';
import { colourIcon, outlineIcon } from './icons.ts';
import { teamsManifest, type ManifestOptions } from './manifest.ts';

/** The app package that an administrator uploads: manifest and icons in a zip. The same options give the same bytes. */
export function teamsPackage(options: ManifestOptions): Buffer {
  return zip([
    ['manifest.json', Buffer.from(`${JSON.stringify(teamsManifest(options), null, 2)}\n`)],
    ['color.png', colourIcon()],
    ['outline.png', outlineIcon()],
  ]);
}

type Entry = readonly [name: string, data: Buffer];

/** https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16. */
function zip(entries: readonly Entry[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, data] of entries) {
    const packed = deflateRawSync(data, { level: 9 });
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    // 1 January 1980, so that the same app is the same file.
    shared.writeUInt16LE(0x21, 8);
    shared.writeUInt32LE(crc32(data), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(data.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const start = Buffer.concat([
      Buffer.from('PK\u0003\u0004', 'latin1'),
      shared,
      Buffer.from(name, 'latin1'),
      packed,
    ]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'),
        shared,
        rest,
        Buffer.from(name, 'latin1'),
      ]),
    );
    local.push(start);
    offset += start.length;
  }
  const size = central.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, ...central, end]);
}
