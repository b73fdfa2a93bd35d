import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scopeReasons } from '../../../src/platforms/slack/install/scopes.ts';
import { slackManifest } from '../../../src/platforms/slack/manifest.ts';
import { handledCommands, handledEvents } from '../../../src/platforms/slack/talk/slack-app.ts';

const room = 'src/platforms/slack';
const source = readdirSync(room, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(room, name), 'utf8'))
  .join('\n');

/** The scope each method needs (https://docs.slack.dev/reference/methods). Methods that need none are not listed. */
const scopeOf: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'conversations.open': ['im:write'],
  'conversations.history': ['im:history'],
  'conversations.replies': ['im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'users.info': ['users:read', 'users:read.email'],
};
const scopeOfEvent: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  user_change: 'users:read',
};

describe('the manifest', () => {
  it.each([
    ['socket', null],
    ['http', 'https://bcp.example.org'],
  ])('lies in manifests/slack/%s.json as it is written in the program', (name, url) => {
    expect(JSON.parse(readFileSync(`manifests/slack/${name}.json`, 'utf8'))).toEqual(slackManifest(url));
  });

  it('declares the commands and events that are handled, and no others', () => {
    const { features, settings } = slackManifest(null);
    const listened = [...source.matchAll(/app\.event\('([a-z_]+)'/g)].map(([, name]) =>
      name === 'message' ? 'message.im' : name,
    );

    expect(features?.slash_commands?.map(({ command }) => command)).toEqual([...handledCommands]);
    expect(settings?.event_subscriptions?.bot_events).toEqual([...handledEvents]);
    expect([...new Set(listened)].sort()).toEqual([...handledEvents].sort());
  });

  it('asks for the scopes that are used, and no others', () => {
    const methods = new Set([...source.matchAll(/\.call\('([a-zA-Z.]+)'/g)].map(([, name]) => name ?? ''));
    const needed = new Set([
      'commands',
      'files:write',
      ...[...methods].flatMap((method) => scopeOf[method] ?? []),
      ...handledEvents.flatMap((event) => scopeOfEvent[event] ?? []),
    ]);

    expect(Object.keys(scopeReasons).sort()).toEqual([...needed].sort());
  });

  it('stays within what Slack takes', () => {
    const { display_information: info, features } = slackManifest('https://bcp.example.org');

    expect(info.name.length).toBeLessThanOrEqual(35);
    expect(info.description?.length).toBeLessThanOrEqual(140);
    expect(info.long_description?.length).toBeGreaterThanOrEqual(174);
    expect(info.long_description?.length).toBeLessThanOrEqual(4_000);
    for (const { command, description } of features?.slash_commands ?? []) {
      expect(command.length).toBeLessThanOrEqual(32);
      expect(description.length).toBeLessThanOrEqual(2_000);
    }
  });
});
