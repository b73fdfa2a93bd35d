import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../../src/kit/log.ts';
import { botbuilderGateway } from '../../../src/platforms/teams/seam/botbuilder-gateway.ts';
import { loopbackAddresses } from '../../../src/platforms/teams/seam/service-addresses.ts';
import { appId, councilTenant, fakeTeams, issuer, type FakeTeams } from './fake-teams.ts';

let fake: FakeTeams;

beforeEach(async () => {
  // Its keys are not known yet: they are asked for with the first request.
  fake = await fakeTeams();
});
afterEach(() => fake.close());

async function knock() {
  const gateway = botbuilderGateway({
    credentials: {
      kind: 'given',
      appId,
      homeTenantId: councilTenant,
      authorization: () => Promise.resolve('Bearer ours'),
    },
    tenants: [councilTenant],
    addresses: loopbackAddresses(),
    timeoutMs: 1_000,
    log: silentLog,
    signedBy: { issuer, openIdUrl: fake.openIdUrl },
  });
  const body = {
    type: 'message',
    channelId: 'msteams',
    serviceUrl: fake.url,
    from: { id: '29:asha', aadObjectId: 'asha' },
    conversation: { id: 'a:asha', tenantId: councilTenant },
  };
  const headers = { authorization: await fake.sign() };
  return gateway
    .inbound(
      () => Promise.resolve(null),
      () => Promise.resolve(),
    )
    .handle({ headers, body });
}

describe('the keys with which Teams signs', () => {
  it('are asked for once more when they could not be had, so that what was said is not lost', async () => {
    fake.keyTroubles = 1;

    expect(await knock()).toEqual({ status: 200 });
  });

  it('let nobody in when they cannot be had at all', async () => {
    fake.keyTroubles = 10;

    expect(await knock()).toEqual({ status: 401 });
  });
});
