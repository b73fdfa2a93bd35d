import { describe, expect, it } from 'vitest';
import { clockAt } from '../../src/kit/clock.ts';
import { FakeSlack } from '../platforms/slack/fake-slack/fake-slack.ts';
import { slackServer } from '../platforms/slack/fake-slack/slack-server.ts';
import { newInstallation } from './run-in-folder.ts';

const now = '2026-11-02T08:30:00Z';

describe('the doctor of a connected installation', { timeout: 60_000 }, () => {
  it('looks at Slack also before there is a database, and fails when something is missing', async () => {
    const slack = new FakeSlack(clockAt(now));
    const server = await slackServer(slack);
    const doctorWith = (token: string) =>
      newInstallation(now, 'folder', null, {
        BCP_SLACK_MODE: 'socket',
        BCP_SLACK_BOT_TOKEN: token,
        BCP_SLACK_APP_TOKEN: slack.appToken,
        BCP_SLACK_API_URL: `${server.url}/api/`,
      }).bcp('doctor');

    const good = await doctorWith(slack.token);
    const bad = await doctorWith('xoxb-wrong');
    await server.close();
    const offline = await doctorWith(slack.token);

    expect(good).toMatchObject({ status: 0, err: '' });
    expect(good.out).toMatch(/ok +Slack scopes +All 10 that bcp needs/);
    expect(bad.status).toBe(1);
    expect(bad.err).toContain('Not in order: Slack key.');
    expect(bad.out + bad.err).not.toContain('xoxb-wrong');
    expect(offline.status).toBe(1);
    expect(offline.out.replace(/\s+/g, ' ')).toContain('nothing else about Slack can be looked at before.');
  });

  it('says that nobody is reached where neither Slack nor Teams is connected', async () => {
    const ran = await newInstallation(now).bcp('doctor');

    expect(ran.status).toBe(0);
    expect(ran.out.replace(/\s+/g, ' ')).toContain('LOOK Slack and Teams Neither is connected');
  });
});
