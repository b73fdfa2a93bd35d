import { afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/storage/open-store.ts';
import type { PartnershipStore, Store } from '../../src/use-cases/ports/store.ts';
import {
  newPartnership,
  serverDatabase,
  silentLog,
  withPartnershipOnEveryDatabase,
} from '../support/database.ts';
import { postgresIsHere } from '../support/postgres-server.ts';
import { value } from './contract/samples.ts';

const figure = (version: number, figureGiven: number) => ({
  ...value,
  id: `v${version}`,
  version,
  value: figureGiven,
});

async function newest(place: PartnershipStore): Promise<readonly (number | null)[]> {
  return (await place.values.latest()).map((each) => each.value);
}

withPartnershipOnEveryDatabase((place) => {
  it('the newest values follow each one that is added, and those of others are not among them', async () => {
    const other = await newPartnership(place.store);
    const before = await newest(place.partnership);
    await place.partnership.values.add(figure(1, 61));
    const first = await newest(place.partnership);
    await other.values.add(figure(1, 7));
    await place.partnership.values.add(figure(2, 62));

    expect([before, first, await newest(place.partnership), await newest(other)]).toEqual([
      [],
      [61],
      [62],
      [7],
    ]);
  });

  it('the newest values are never those of something that was taken back', async () => {
    const broken = place.partnership.transact(async (records) => {
      await records.values.add(figure(1, 61));
      await records.values.latest();
      throw new Error('Thought better of it.');
    });
    await expect(broken).rejects.toThrow('Thought better of it.');
    await place.partnership.values.add(figure(1, 65));

    expect(await newest(place.partnership)).toEqual([65]);
  });
});

describe.skipIf(!postgresIsHere())('two instances on one server', () => {
  const stores: Store[] = [];

  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
  });

  it('see the figures that the other added', async () => {
    const databaseUrl = await serverDatabase();
    for (let count = 0; count < 2; count += 1) stores.push(await openStore({ databaseUrl, log: silentLog }));
    const [here, there] = stores;
    if (!here || !there) throw new Error('Two stores are opened.');
    const { partnershipId } = await newPartnership(here);
    const seen: unknown[] = [];

    for (let version = 1; version <= 5; version += 1) {
      await there.in(partnershipId).values.add(figure(version, version * 10));
      seen.push(...(await newest(here.in(partnershipId))));
    }

    expect(seen).toEqual([10, 20, 30, 40, 50]);
  });
});
