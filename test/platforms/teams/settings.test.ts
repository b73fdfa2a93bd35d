import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { appId, councilTenant, policeTenant } from './fake-teams.ts';

const on = {
  BCP_TEAMS: 'on',
  BCP_TEAMS_PUBLIC_HOST: 'bcp.example.org',
  BCP_TEAMS_APP_ID: appId,
  BCP_TEAMS_TENANTS: `${councilTenant}, ${policeTenant.toUpperCase()}`,
  BCP_TEAMS_SECRET: 'secret',
};

function troubles(settings: Readonly<Record<string, string>>): string {
  const read = readConfig(settings);
  return read.ok ? '' : read.error.join('\n');
}

describe('the settings of Teams', () => {
  it('are off unless somebody sets them', () => {
    const read = readConfig({});

    expect(read.ok && read.value.teams).toBeNull();
  });

  it('take what three tenants need', () => {
    const read = readConfig(on);

    expect(read.ok && read.value.teams).toMatchObject({
      mode: 'on',
      appId,
      tenants: [councilTenant, policeTenant],
    });
  });

  it('name the proxy, and what is reached without it', () => {
    const read = readConfig({ ...on, HTTPS_PROXY: 'http://proxy.example:8080', NO_PROXY: 'example.org' });
    const wayOut = { proxy: 'http://proxy.example:8080', noProxy: 'example.org' };

    expect(read.ok && read.value.teams).toMatchObject({ wayOut });
    for (const proxy of ['proxy.example:8080', 'https://proxy.example', 'socks5://proxy.example'])
      expect(troubles({ ...on, HTTPS_PROXY: proxy })).toContain(
        'HTTPS_PROXY must be an address like http://',
      );
  });

  it('do not let bcp start with Teams on and no app id, tenants or proof: anybody could speak as Teams', () => {
    const said = troubles({ BCP_TEAMS: 'on' });

    for (const name of [
      'BCP_TEAMS_APP_ID',
      'BCP_TEAMS_TENANTS',
      'BCP_TEAMS_PUBLIC_HOST',
      'BCP_TEAMS_SECRET',
    ]) {
      expect(said).toContain(name);
    }
  });

  it('want one way of proving who bcp is, not two', () => {
    expect(troubles({ ...on, BCP_TEAMS_MANAGED_IDENTITY: 'app' })).toContain('exactly one');
  });

  it('let nobody else reach a bcp that asks nobody who they are', () => {
    expect(troubles({ BCP_TEAMS: 'local', BCP_HOST: '0.0.0.0' })).toContain('this machine only');
    expect(troubles({ BCP_TEAMS: 'local' })).toBe('');
  });
});
