import { readFileSync } from 'node:fs';
import { crc32, inflateRawSync, inflateSync } from 'node:zlib';
import schema from '@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json' with { type: 'json' };
import draft4 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { colourIcon, outlineIcon } from '../../../manifests/teams/icons.ts';
import { teamsManifest } from '../../../manifests/teams/manifest.ts';
import { teamsPackage } from '../../../manifests/teams/package.ts';
import { commandWords } from '../../../src/use-cases/conversation/run-command.ts';
import { appId } from './fake-teams.ts';

const options = { appId, host: 'bcp.example.org', version: '1.0.0' };
const manifest = teamsManifest(options);

function problemsWith(value: unknown): readonly string[] {
  const checker = new draft4.default({ allErrors: true, strict: false });
  formats.default(checker);
  const check = checker.compile(schema);
  return check(value)
    ? []
    : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('the manifest of the Teams app', () => {
  it("obeys Microsoft's schema of version 1.30", () => {
    expect(problemsWith(manifest)).toEqual([]);
  });

  it('is told apart by that schema from one that is wrong', () => {
    expect(problemsWith({ ...manifest, id: 'x' })).not.toEqual([]);
    expect(problemsWith({ ...manifest, name: { short: 'x'.repeat(31) } })).not.toEqual([]);
  });

  it('offers only commands that bcp knows, and slash commands where answers can be private', () => {
    const lists = manifest.bots[0]?.commandLists ?? [];
    const offered = lists.flatMap(({ commands }) => commands.map(({ title }) => title));

    expect(offered.filter((title) => !commandWords.includes(title))).toEqual([]);
    expect(lists.find(({ scopes }) => scopes.includes('team'))).toMatchObject({
      triggers: ['mention', 'slash'],
    });
    expect(manifest.bots[0]?.supportsTargetedMessages).toBe(true);
  });

  it('works in shared channels, where partners of other tenants are', () => {
    expect(manifest.supportedChannelTypes).toEqual(['sharedChannels', 'privateChannels']);
    expect(manifest.supportsChannelFeatures).toBe('tier1');
  });

  it('asks who is in such a channel, so that bcp knows who reads along', () => {
    expect(manifest.authorization.permissions.resourceSpecific).toEqual([
      { name: 'ChannelMember.Read.Group', type: 'Application' },
    ]);
    expect(manifest.webApplicationInfo.id).toBe(appId);
  });

  it('is told apart by that schema from one that promises other channel features', () => {
    expect(problemsWith({ ...manifest, supportsChannelFeatures: 'all' })).not.toEqual([]);
  });
});

describe('the icons', () => {
  it.each([
    ['the colour icon', colourIcon(), 192],
    ['the outline icon', outlineIcon(), 32],
  ])('%s is a PNG of the size that Teams wants', (_name, png, size) => {
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    const length = png.readUInt32BE(33);
    expect(png.readUInt32BE(41 + length)).toBe(crc32(png.subarray(37, 41 + length)));
    expect(inflateSync(png.subarray(41, 41 + length))).toHaveLength(size * (1 + size * 4));
  });

  it('in outline has nothing but white and transparency', () => {
    const png = outlineIcon();
    const rows = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)));
    const colours = new Set<string>();
    for (let y = 0; y < 32; y += 1) {
      for (let x = 0; x < 32; x += 1)
        colours.add(rows.subarray(y * 129 + 1 + x * 4, y * 129 + 5 + x * 4).toString('hex'));
    }

    expect([...colours].sort()).toEqual(['00000000', 'ffffffff']);
  });
});

describe('the app package', () => {
  it('holds the manifest and both icons, and is the same each time', () => {
    const zip = teamsPackage(options);

    expect(teamsPackage(options).equals(zip)).toBe(true);
    expect(JSON.parse(entryOf(zip, 'manifest.json').toString('utf8'))).toEqual(manifest);
    expect(entryOf(zip, 'color.png').equals(colourIcon())).toBe(true);
    expect(entryOf(zip, 'outline.png').equals(outlineIcon())).toBe(true);
  });

  it('is made by a command that exists', () => {
    expect(readFileSync('package.json', 'utf8')).toContain('"teams:package"');
  });
});

/** Reads the zip from its end, as unzip does. */
function entryOf(zip: Buffer, wanted: string): Buffer {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < zip.readUInt16LE(end + 10); index += 1) {
    const name = zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28)).toString('latin1');
    const start = zip.readUInt32LE(at + 42);
    const body = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const data = inflateRawSync(zip.subarray(body, body + zip.readUInt32LE(at + 20)));
    if (name === wanted) {
      expect(zip.readUInt32LE(at + 16)).toBe(crc32(data));
      return data;
    }
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  throw new Error(`There is no ${wanted} in it.`);
}
