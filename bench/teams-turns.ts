import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type TurnContext,
} from 'botbuilder';
import {
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { drainOutbox } from '../src/delivery/drain.ts';
import { silentLog } from '../src/kit/log.ts';
import { openPassingStore } from '../src/app.ts';
import { sentence } from '../src/messages/sentence.ts';
import {
  appId,
  councilTenant,
  fakeTeams,
  issuer,
  type FakeTeams,
} from '../test/platforms/teams/fake-teams.ts';
import { teamsStage, type TeamsStage } from '../test/platforms/teams/teams-stage.ts';
import { ms, spread, timed, type BenchRow } from './rows.ts';

const turns = 150;
const owners = 200;

/**
 * A status turn against a bare botbuilder echo bot with the same token and connector; how soon Teams has its answer when the
 * connector takes 150 ms; and how long 200 prompts take against a stand-in that enforces Teams' limits.
 */
export async function teamsBench(): Promise<readonly BenchRow[]> {
  const fake = await fakeTeams();
  const store = await openPassingStore(silentLog);
  try {
    const stage = await teamsStage(store, fake);
    await stage.at('2026-11-02T09:00:00Z');
    return [
      await statusRow(stage, fake),
      await acknowledgementRow(stage, fake),
      await promptsRow(stage, fake),
    ];
  } finally {
    await store.close();
    await fake.close();
  }
}

async function statusRow(stage: TeamsStage, fake: FakeTeams): Promise<BenchRow> {
  const header = await fake.sign();
  const echo = echoBot(fake, header);
  const body = activity(fake, 'status safe');
  let number = 0;
  const ours = () => {
    number += 1;
    return knock(stage, header, inChat(body, `s${number}`));
  };
  await spread(20, ours);
  await spread(20, () => echo(body));
  const [own, bare] = [await spread(turns, ours), await spread(turns, () => echo(body))];
  return {
    what: 'Teams: a status turn, against a bare botbuilder echo',
    measured: `${(bare.median / own.median).toFixed(2)} × the bare bot's speed (${ms(own.median)})`,
    goal: '≥ 0.6 ×',
    raw: `bare echo ${ms(bare.median)}`,
  };
}

async function acknowledgementRow(stage: TeamsStage, fake: FakeTeams): Promise<BenchRow> {
  const header = await fake.sign();
  fake.delayMs = 150;
  let number = 0;
  const acknowledged = await spread(turns, () => {
    number += 1;
    return knock(stage, header, inChat(activity(fake, 'undo'), `a${number}`));
  });
  await stage.teams.settled();
  fake.delayMs = 0;
  return {
    what: 'Teams: acknowledged, with the database and a connector that takes 150 ms',
    measured: `${ms(acknowledged.median)} (99 in 100: ${ms(acknowledged.p99)})`,
    goal: '99 in 100: ≤ 100 ms',
    raw: 'connector 150 ms',
  };
}

async function promptsRow(stage: TeamsStage, fake: FakeTeams): Promise<BenchRow> {
  const { deliveries } = stage.store.in(stage.partnershipId);
  for (let owner = 0; owner < owners; owner += 1) {
    await deliveries.promise({
      id: `bench-${owner}`,
      key: `bench-${owner}`,
      purpose: 'prompt',
      to: {
        kind: 'account',
        platform: 'teams',
        tenantId: councilTenant,
        accountId: `owner-${owner}`,
        personId: 'x',
      },
      message: sentence('Your update for November 2026.'),
      replaces: null,
      promisedAt: stage.clock.now(),
      dueAt: stage.clock.now(),
    });
    await knock(stage, await fake.sign(), install(fake, `owner-${owner}`));
  }
  await stage.teams.settled();
  fake.enforcesLimits = true;
  fake.posts.length = 0;
  const drain = () =>
    drainOutbox({
      outbox: stage.store.outbox,
      senders: [stage.teams.sender],
      clock: stage.clock,
      log: silentLog,
      random: () => 0.5,
    });
  const took = await timed(drain);
  fake.enforcesLimits = false;
  return {
    what: `Teams: ${owners} owners prompted within Teams' limits`,
    measured: `${ms(took)} for ${fake.posts.length} prompts`,
    goal: '≤ 10 s',
    raw: `the limits alone: ${ms((owners / 50) * 1_000)}`,
  };
}

async function knock(stage: TeamsStage, authorization: string, said: object): Promise<void> {
  const response = await stage.teams.door.handle({
    method: 'POST',
    path: '/api/messages',
    query: new URLSearchParams(),
    headers: { authorization },
    body: new TextEncoder().encode(JSON.stringify(said)),
  });
  if (response.status !== 200) throw new Error(`Teams was answered ${response.status}.`);
}

/** What anybody builds in an afternoon: botbuilder's own adapter, its own client, and an answer to each message. */
function echoBot(fake: FakeTeams, authorization: string): (said: object) => Promise<void> {
  const openIdUrl = fake.openIdUrl;
  // The stand-in asks for no token, so that what is measured is botbuilder and not a login service.
  const credentials: Pick<
    ServiceClientCredentialsFactory,
    'isValidAppId' | 'isAuthenticationDisabled' | 'createCredentials'
  > = Object.assign(new PasswordServiceClientCredentialFactory(appId, '', councilTenant), {
    createCredentials: () =>
      Promise.resolve({ signRequest: <Request>(request: Request) => Promise.resolve(request) }),
  });
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(
      {
        ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/x',
        ToChannelFromBotOAuthScope: issuer,
        ToBotFromChannelTokenIssuer: issuer,
        OAuthUrl: issuer,
        ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
        ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
        CallerId: '',
      },
      credentials,
    ),
  );
  return (said) =>
    adapter.processActivityDirect(authorization, said as Activity, async (context: TurnContext) => {
      await context.sendActivity(`Echo: ${context.activity.text}`);
    });
}

function activity(fake: FakeTeams, text: string) {
  return {
    type: 'message',
    id: 'bench',
    channelId: 'msteams',
    serviceUrl: fake.url,
    text,
    from: { id: '29:grace.bell', aadObjectId: 'id-grace.bell', name: 'Grace Bell' },
    recipient: { id: `28:${appId}` },
    conversation: { id: 'a:29:grace.bell', tenantId: councilTenant, conversationType: 'personal' },
  };
}

/** Each turn in a chat of its own, so that Teams' limit for one chat is not what is measured. */
function inChat(said: ReturnType<typeof activity>, id: string) {
  return { ...said, id, conversation: { ...said.conversation, id: `a:${id}` } };
}

function install(fake: FakeTeams, name: string) {
  return {
    ...activity(fake, ''),
    from: { id: `29:${name}`, aadObjectId: name, name },
    conversation: { id: `a:29:${name}`, tenantId: councilTenant, conversationType: 'personal' },
  };
}
