import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';

const socket = {
  BCP_SLACK_MODE: 'socket',
  BCP_SLACK_BOT_TOKEN: 'xoxb-1',
  BCP_SLACK_APP_TOKEN: 'xapp-1',
};
const http = {
  BCP_SLACK_MODE: 'http',
  BCP_SLACK_BOT_TOKEN: 'xoxb-1',
  BCP_SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
  BCP_SLACK_PUBLIC_URL: 'https://bcp.example.org',
};
const several = {
  ...http,
  BCP_SLACK_BOT_TOKEN: '',
  BCP_SLACK_CLIENT_ID: '1.2',
  BCP_SLACK_CLIENT_SECRET: 's',
  BCP_SLACK_SEAL_KEY: 'ab'.repeat(32),
  BCP_SLACK_TEAMS: 'T1',
};

function problems(settings: Readonly<Record<string, string>>): readonly string[] {
  const read = readConfig(settings);
  return read.ok ? [] : read.error;
}

describe('the settings of Slack', () => {
  it.each([
    ['Socket Mode', socket],
    ['HTTP', http],
    ['several workspaces', several],
  ])('are complete for %s', (_what, settings) => {
    expect(problems(settings)).toEqual([]);
  });

  it.each([
    ['without a bot token', { ...socket, BCP_SLACK_BOT_TOKEN: '' }, 'BCP_SLACK_BOT_TOKEN must be set'],
    ['with a person’s token', { ...socket, BCP_SLACK_BOT_TOKEN: 'xoxp-1' }, 'must begin with xoxb-'],
    [
      'without an app token for Socket Mode',
      { ...socket, BCP_SLACK_APP_TOKEN: '' },
      'BCP_SLACK_APP_TOKEN must be set',
    ],
    [
      'without a signing secret for HTTP',
      { ...http, BCP_SLACK_SIGNING_SECRET: '' },
      'BCP_SLACK_SIGNING_SECRET must be set',
    ],
    [
      'with half a signing secret',
      { ...http, BCP_SLACK_SIGNING_SECRET: 'short' },
      'with 32 characters or more',
    ],
    [
      'without the name under which Slack asks',
      { ...http, BCP_SLACK_PUBLIC_URL: '' },
      'Slack asks for bcp under that name',
    ],
    ['without a seal key', { ...several, BCP_SLACK_SEAL_KEY: '' }, 'openssl rand -hex 32'],
    ['with a seal key that is too short', { ...several, BCP_SLACK_SEAL_KEY: 'abcd' }, 'openssl rand -hex 32'],
    ['without a list of workspaces', { ...several, BCP_SLACK_TEAMS: ' , ' }, 'BCP_SLACK_TEAMS must name'],
    [
      'with a return address in clear',
      { ...several, BCP_SLACK_PUBLIC_URL: 'http://bcp.example.org' },
      'BCP_SLACK_PUBLIC_URL must be',
    ],
    [
      'with a proxy that is no address',
      { ...socket, HTTPS_PROXY: 'proxy:8080' },
      'HTTPS_PROXY must be an address',
    ],
  ])('are refused %s, with what would be right', (_what, settings, words) => {
    expect(problems(settings).join('\n')).toContain(words);
  });

  it.each(['http://127.0.0.1:4003/api/', 'http://localhost:4003/api', 'https://[::1]:4003/api/'])(
    'take a stand-in on this machine: %s',
    (address) => {
      const read = readConfig({ ...socket, BCP_SLACK_API_URL: address });

      expect(read.ok && read.value.slack?.apiUrl).toMatch(/\/api\/$/);
    },
  );

  it.each([
    'https://slack.example.org/api/',
    'http://127.0.0.1.example.org/api/',
    'http://localhost.example.org/api/',
    'http://127.0.0.1@example.org/api/',
    'http://169.254.169.254/api/',
    'http://0.0.0.0:4003/api/',
    'http://10.0.0.1/api/',
    'http://[::ffff:10.0.0.1]/api/',
    'ftp://127.0.0.1/api/',
    'file:///etc/passwd',
    '//127.0.0.1/api/',
    'nonsense',
  ])('hand no token to any other address: %s', (address) => {
    expect(problems({ ...socket, BCP_SLACK_API_URL: address }).join()).toContain(
      'only be an address on this machine',
    );
  });
});
