import { inflateRawSync } from 'node:zlib';
import { z } from 'zod';

const manifestShape = z.object({
  version: z.string(),
  validDomains: z.array(z.string()).default([]),
  bots: z.array(z.object({ botId: z.string() })).min(1),
});

export interface PackagedManifest {
  readonly botId: string;
  readonly version: string;
  readonly hosts: readonly string[];
}

/** A manifest is a few kilobytes; a package that says otherwise is not unpacked. */
const largest = 1_000_000;

/** What the manifest in an app package says; null when it is no package, or has no manifest that can be read. */
export function manifestInPackage(zip: Buffer): PackagedManifest | null {
  try {
    const text = fileInZip(zip, 'manifest.json');
    const read = manifestShape.safeParse(text === null ? null : JSON.parse(text));
    const [bot] = read.success ? read.data.bots : [];
    return read.success && bot
      ? { botId: bot.botId, version: read.data.version, hosts: read.data.validDomains }
      : null;
  } catch {
    return null;
  }
}

/** Looks through the central directory (APPNOTE.TXT, 4.3.12), which stands at the end. */
function fileInZip(zip: Buffer, wanted: string): string | null {
  for (let at = zip.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0;) {
    const method = zip.readUInt16LE(at + 10);
    const size = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const start = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (name === wanted) {
      const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
      const packed = zip.subarray(from, from + size);
      return (method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: largest })).toString('utf8');
    }
    at = zip.indexOf('PK\u0001\u0002', at + 46, 'latin1');
  }
  return null;
}
