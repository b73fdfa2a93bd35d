import type { ReplyIntake } from '../../../src/intake/reply-intake.ts';
import { stageIntake } from '../../support/intake.ts';
import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drainOutbox } from '../../../src/delivery/drain.ts';
import { silentLog } from '../../../src/kit/log.ts';
import { connectTeams, type TeamsConnection } from '../../../src/platforms/teams/connect.ts';
import { runDueEvents } from '../../../src/schedule/run-due-events.ts';
import { startWebServer, type WebServer } from '../../../src/web/server.ts';
import { birminghamStage, holds, owner, person, type Stage } from '../../support/birmingham.ts';
import { testStore } from '../../support/database.ts';
import { startPlayground, type AgentsPlayground } from './agents-playground.ts';
import { wordsOf } from './cards.ts';
import { buttonNamed } from './teams-stage.ts';

/**
 * A second opinion beside our own stand-in: Microsoft's Agents Playground. Its licence does not let it be part of this program, so it is
 * looked for where the environment says: BCP_PLAYGROUND=/path/to/node_modules/@microsoft/m365agentsplayground/cli.js
 */
const cli = process.env['BCP_PLAYGROUND'] ?? '';
const isThere = cli !== '' && existsSync(cli);
if (!isThere)
  process.stderr.write(
    `NOT RUN: bcp before Microsoft's Agents Playground. ${cli === '' ? 'BCP_PLAYGROUND is not set' : `There is no ${cli}`}; docs/teams.md says how to get it.\n`,
  );

/** Its own tenant and person, as it begins without settings. */
const tenantId = '00000000-0000-0000-0000-0000000000001';
const userId = '00000000-0000-0000-0000-0000000000020';

describe.skipIf(!isThere)('before the Agents Playground', () => {
  let stage: Stage;
  let teams: TeamsConnection;
  let intake: ReplyIntake;
  let server: WebServer;
  let playground: AgentsPlayground;

  beforeEach(async () => {
    const asha = {
      ...person('Asha Verma', 'bcc', [...owner('IC4', 'IC5'), ...holds('chair')]),
      accounts: [{ platform: 'teams' as const, tenantId, userId }],
    };
    stage = await birminghamStage(await testStore(), '2026-11-02T08:59:00Z', [asha]);
    intake = stageIntake(stage.deps);
    teams = connectTeams(stage.deps, { mode: 'local' }, intake.wake);
    intake.serve(teams.reader);
    server = await startWebServer({
      doors: [teams.door],
      log: silentLog,
      isHealthy: () => Promise.resolve(true),
      port: 0,
    });
    playground = await startPlayground(cli, `${server.url}/api/messages`);
  }, 60_000);
  afterEach(async () => {
    await playground.close();
    await server.close();
  });

  /** Waits until something with these words is shown; its page is told a moment after the bot. */
  async function shownWith(words: string, action = 'createMessage') {
    for (let turn = 0; turn < 100; turn += 1) {
      const found = playground.shown.findLast(
        (each) => each['action'] === action && wordsOf(each).includes(words),
      );
      if (found) return found as { readonly message: { readonly messageId: string } };
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`"${words}" was never shown; ${wordsOf(playground.shown).slice(-600)}`);
  }
  async function drain(): Promise<void> {
    await drainOutbox({
      outbox: stage.store.outbox,
      senders: [teams.sender],
      clock: stage.clock,
      log: silentLog,
      random: () => 0.5,
    });
  }

  it('a month goes as in Teams: installed, asked, answered by form, the receipt, a status', async () => {
    expect(playground.person.aadObjectId).toBe(userId);
    expect(await playground.install()).toBe(200);
    await shownWith('Hello Asha Verma');

    stage.clock.set(new Date('2026-11-02T09:00:00Z'));
    await runDueEvents(stage.deps);
    await drain();
    const prompt = await shownWith('Your update for November 2026');

    const form = await playground.press(buttonNamed(prompt, 'Update'), prompt.message.messageId);
    expect(wordsOf(form)).toContain('How is it going?');
    const save = buttonNamed(form, 'Save');
    const typed = { 'IC4.rating': 'green', 'IC4.done': 'Two educational psychologists recruited.' };
    const filled = { ...save, data: { ...(save['data'] as object), ...typed } };
    const answer = await playground.press(filled, prompt.message.messageId);
    expect(wordsOf(answer)).toContain('Recorded');
    const versions = await stage.store.in(stage.partnershipId).updates.versions('2026-11', 'IC4');
    expect(versions.map(({ content, platform }) => [content?.rating, platform])).toEqual([
      ['green', 'teams'],
    ]);

    await drain();
    await shownWith('Two educational psychologists recruited.', 'updateMessage');

    await playground.type('/bcp status IC4');
    await shownWith('SEND: early identification and response');
    await intake.settled();
    await teams.settled();
  }, 30_000);
});
