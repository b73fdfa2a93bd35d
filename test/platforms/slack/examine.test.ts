import { afterEach, describe, expect, it } from 'vitest';
import type { SlackSettings } from '../../../src/platforms/slack/connect.ts';
import { examineSlack } from '../../../src/platforms/slack/examine.ts';
import { testStore } from '../../support/database.ts';
import { closeStages, connectedStage, type ConnectedStage } from './connected-stage.ts';
import { closeInstallStages, installStage } from './install-stage.ts';

afterEach(async () => {
  await closeInstallStages();
  await closeStages();
});

/** bcp in Slack with the board's channel set up. */
async function ready(): Promise<ConnectedStage> {
  const stage = await connectedStage(await testStore());
  await stage.store.in(stage.partnershipId).channels.save({
    id: 'c1',
    platform: 'slack',
    tenantId: 'T1',
    channelId: 'CBOARD',
    name: 'board',
    audience: 'board',
    reach: 'members',
  });
  return stage;
}

async function found(
  stage: ConnectedStage,
  changes: Partial<SlackSettings> = {},
): Promise<readonly string[]> {
  const { deps } = stage;
  const settings = { ...stage.settings, ...changes };
  const findings = await examineSlack({ settings, clock: stage.clock, log: deps.log, deps });
  return findings.map(({ state, about, words }) => `${state} ${about}: ${words}`);
}

describe('the doctor, of Slack', () => {
  it('finds everything in order', async () => {
    const stage = await ready();

    const findings = await found(stage);

    expect(findings).toEqual([
      'ok Slack key: Slack takes it: bcp is UBOT in Birmingham (T1).',
      'ok Slack scopes: All 10 that bcp needs, and no other.',
      expect.stringMatching(
        /^ok Slack Socket Mode: A connection may be opened to 127\.0\.0\.1:\d+\.$/,
      ) as string,
      'ok Slack clock: Within 1 seconds of ours.',
      'ok Slack channel board: bcp is in it.',
    ]);
    expect(stage.server.connections).toBe(0);
  });

  it.each<[string, (stage: ConnectedStage) => Partial<SlackSettings>, string]>([
    [
      'a key that Slack does not take',
      () => ({ botToken: 'xoxb-wrong' }),
      'wrong Slack key: Slack does not take it (invalid_auth). Install the app again',
    ],
    [
      'a missing scope, with what it is for',
      ({ slack }) => {
        slack.scopes = slack.scopes.replace('im:write,', '');
        return {};
      },
      'wrong Slack scopes: Missing: im:write (to begin a chat with somebody). Paste manifests/slack',
    ],
    [
      'a scope too many',
      ({ slack }) => {
        slack.scopes += ',admin';
        return {};
      },
      'look Slack scopes: bcp does not need admin',
    ],
    [
      'a token for apps that Slack does not take',
      () => ({ appToken: 'xapp-wrong' }),
      'wrong Slack Socket Mode: Slack does not take BCP_SLACK_APP_TOKEN (invalid_auth). Make one',
    ],
    [
      'Socket Mode switched off',
      ({ slack }) => {
        slack.connection = null;
        return {};
      },
      'wrong Slack Socket Mode: It is switched off for this app. Switch it on',
    ],
    [
      'a connection that does not get through',
      ({ slack }) => {
        slack.connection = () => 'wss://127.0.0.1:64999/link';
        return {};
      },
      'wrong Slack Socket Mode: Slack offers a connection to 127.0.0.1:64999, which cannot be reached',
    ],
    [
      'a channel that bcp was not invited to',
      ({ slack }) => {
        const { members } = slack.channels.get('CBOARD')!;
        members.splice(members.indexOf('UBOT'), 1);
        return {};
      },
      'wrong Slack channel board: bcp is not in it. Type there: /invite @bcp',
    ],
    [
      'a channel that is gone',
      ({ slack }) => {
        slack.channels.delete('CBOARD');
        return {};
      },
      'wrong Slack channel board: Slack does not know this conversation',
    ],
    [
      'a channel that was archived',
      ({ slack }) => {
        slack.channels.get('CBOARD')!.archived = true;
        return {};
      },
      'wrong Slack channel board: It has been archived.',
    ],
    [
      'a channel that has come to be shared',
      ({ slack }) => {
        slack.channels.get('CBOARD')!.shared = true;
        return {};
      },
      'look Slack channel board: It is shared with another organisation now',
    ],
    [
      'an address that does not answer',
      () => ({ mode: 'http', publicUrl: 'https://127.0.0.1:64999' }),
      'look Slack address: https://127.0.0.1:64999/slack/events does not answer from here.',
    ],
  ])('finds %s, and says what to do', async (_what, breaks, words) => {
    const stage = await ready();

    const findings = await found(stage, breaks(stage));

    expect(findings.join('\n')).toContain(words);
  });

  it.each([
    [40, 'look Slack clock: This machine’s clock is 40 seconds away'],
    [300, 'wrong Slack clock: This machine’s clock is 300 seconds away'],
  ])('finds a clock that is %i seconds off', async (seconds, words) => {
    const stage = await ready();
    const off = { now: () => new Date(stage.clock.now().getTime() - seconds * 1_000) };

    const findings = await examineSlack({
      settings: stage.settings,
      clock: off,
      log: stage.deps.log,
      deps: stage.deps,
    });

    const said = findings.map((each) => `${each.state} ${each.about}: ${each.words}`).join('\n');
    expect(said.replaceAll("'", '’')).toContain(words);
  });

  it('says in one line that Slack cannot be reached, and leaves out what nobody can know then', async () => {
    const stage = await ready();

    const findings = await found(stage, { apiUrl: 'http://127.0.0.1:64999/api/' });

    expect(findings).toEqual([
      'wrong Slack key: Slack cannot be reached from here. (ECONNREFUSED) Check the network, HTTPS_PROXY and NO_PROXY; nothing else about Slack can be looked at before.',
    ]);
  });

  it('says of each of several workspaces whether bcp is installed there', async () => {
    const stage = await installStage(await testStore());
    await stage.install();

    const findings = await found(stage);

    expect(findings).toContain('ok Slack key of T1: Slack takes it: bcp is UBOT in Birmingham (T1).');
    expect(findings.join('\n')).toContain(
      'look Slack key of T2: bcp is not installed in this workspace yet, or its key does not open with BCP_SLACK_SEAL_KEY. Open https://bcp.example.org/slack/install there.',
    );
  });
});
