import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import type { PartnershipStore, Store } from '../../src/use-cases/ports/store.ts';
import { newPartnership, withPartnershipOnEveryDatabase } from '../support/database.ts';
import {
  cycle,
  digest,
  minutesLater,
  moderation,
  morning,
  ownerRole,
  priya,
  promised,
  prompt,
  revision,
  update,
  value,
} from './contract/samples.ts';

/** A thing that somebody does in a partnership; the same ids are used in every partnership on purpose. */
type Deed = readonly [name: string, run: (place: PartnershipStore, seed: number) => Promise<unknown>];

const deeds: readonly Deed[] = [
  ['save a person', (place, seed) => place.people.save({ ...priya, name: `Person ${seed}` })],
  ['add an update', (place, seed) => place.updates.add({ ...update, id: `u${seed}`, version: seed })],
  [
    'add a value',
    (place, seed) => place.values.add({ ...value, id: `v${seed}`, version: seed, value: seed }),
  ],
  [
    'add values',
    (place, seed) => place.values.addAll([{ ...value, id: `w${seed}`, measureCode: `M${seed}` }]),
  ],
  ['moderate', (place, seed) => place.moderations.add({ ...moderation, id: `m${seed}`, version: seed })],
  ['open a cycle', (place) => place.cycles.open(cycle)],
  ['close a cycle', (place, seed) => place.cycles.close('2026-11', minutesLater(seed))],
  [
    'add a prompt',
    (place, seed) => place.prompts.add({ ...prompt, id: `p${seed}`, personId: `person-${seed}` }),
  ],
  ['move digests', (place) => place.digests.move('digest-1', 'draft', 'approved', morning, null)],
  ['set something', (place, seed) => place.settings.set('something', seed)],
  ['ask', (place, seed) => place.settings.set(`question-${seed}`, [seed])],
  ['receive', (place, seed) => place.inbox.receive(`event-${seed}`, 'hash', morning)],
  ['claim a job', (place, seed) => place.jobs.claim('job', `slot-${seed}`, morning, minutesLater(1))],
  ['finish a job', (place, seed) => place.jobs.finish('job', `slot-${seed}`, morning, 'done')],
  [
    'audit',
    (place, seed) =>
      place.audit.append({
        at: morning,
        personId: null,
        platform: 'cli',
        verb: 'did',
        subject: `s${seed}`,
        detail: {},
      }),
  ],
  ['end a role', (place) => place.people.endRole('role-1', '2026-12-31')],
  [
    'promise',
    (place, seed) =>
      place.deliveries.promise({ ...promised, id: `${place.partnershipId}-${seed}`, key: `k${seed}` }),
  ],
  [
    'move deliveries',
    (place, seed) =>
      place.deliveries.move(`${place.partnershipId}-${seed}`, ['waiting'], 'gave_up', morning, 'x'),
  ],
];

/** Everything that can be read of a partnership. */
async function everythingIn(place: PartnershipStore): Promise<unknown> {
  return {
    people: await place.people.all(),
    roles: await place.people.roles(),
    plans: await place.plans.all(),
    cycles: await place.cycles.all(),
    prompts: await place.prompts.ofMonth('2026-11'),
    updates: await place.updates.versions('2026-11', 'IC5'),
    latestUpdates: await place.updates.latestBetween('2020-01', '2030-12'),
    values: await place.values.latest(),
    moderations: await place.moderations.latestBetween('2020-01', '2030-12'),
    digests: await place.digests.all(),
    deliveries: await place.deliveries.recent(1000),
    counts: await place.deliveries.counts(),
    audit: await place.audit.after(0, 1000),
    head: await place.audit.head(),
    setting: await place.settings.get('something'),
    jobs: await place.jobs.finished('job'),
  };
}

async function furnished(store: Store): Promise<PartnershipStore> {
  const place = await newPartnership(store);
  await place.people.save(priya);
  await place.people.addRole(ownerRole);
  await place.plans.add(revision);
  await place.digests.add(digest);
  return place;
}

withPartnershipOnEveryDatabase((shared) => {
  let bystander: PartnershipStore;

  beforeEach(async () => {
    bystander = await furnished(shared.store);
  });

  it('whatever one partnership does, another one stays as it was', async () => {
    const command = fc.tuple(fc.constantFrom(...deeds), fc.integer({ min: 1, max: 4 }), fc.boolean());

    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 12 }), async (commands) => {
        const busy = await furnished(shared.store);
        const before = await everythingIn(bystander);

        for (const [[, run], seed, inTransaction] of commands) {
          if (inTransaction) await busy.transact((records) => run({ ...busy, ...records }, seed));
          else await run(busy, seed);
        }

        expect(await everythingIn(bystander)).toEqual(before);
      }),
      { numRuns: 15 },
    );
  });

  it('the same things done in two partnerships are done twice', async () => {
    const other = await furnished(shared.store);

    const inOne = [
      await bystander.cycles.open(cycle),
      await bystander.updates.add(update),
      await bystander.inbox.receive('e', 'h', morning),
    ];
    const inOther = [
      await other.cycles.open(cycle),
      await other.updates.add(update),
      await other.inbox.receive('e', 'h', morning),
    ];

    expect(inOne).toEqual([true, true, 'first']);
    expect(inOther).toEqual([true, true, 'first']);
  });
});
