import { importFigures } from '../use-cases/import-figures.ts';
import { importPeople } from '../use-cases/import-people.ts';
import { importPlan } from '../use-cases/import-plan.ts';
import type { Deps } from '../use-cases/deps.ts';
import type { Audience } from '../use-cases/ports/board-records.ts';
import type { SampleFiles } from './sample-files.ts';

/** The tenant of everybody's rehearsal account. */
export const rehearsalTenant = 'rehearsal';

/**
 * Sets the stage: plan, people with a rehearsal account each, figures, channels and a board meeting. Everything is marked as a rehearsal,
 * so that no paper of it can be taken for a real one. Gives the partnership's id.
 */
export async function setStage(deps: Deps, files: SampleFiles): Promise<string> {
  const imported = await importPlan(deps, {
    plan: files.plan,
    sourceName: files.planFileName,
    sourceHash: files.planHash,
    effectiveFrom: null,
    byPersonId: null,
  });
  if (!imported.ok) throw new Error(imported.error.words);
  const { partnershipId } = imported.value;
  const people = files.people.people.map((person) => ({
    ...person,
    prefers: null,
    accounts: [{ platform: 'rehearsal' as const, tenantId: rehearsalTenant, userId: person.email }],
  }));
  await importPeople(deps, partnershipId, { people }, null);
  await importFigures(deps, partnershipId, files.figures, null);
  const store = deps.store.in(partnershipId);
  await store.settings.set('rehearsal', true);
  for (const channel of channelsOf(files))
    await store.channels.save({
      id: deps.newId(),
      platform: 'rehearsal',
      tenantId: rehearsalTenant,
      ...channel,
    });
  return partnershipId;
}

function channelsOf({ plan }: SampleFiles): readonly {
  readonly channelId: string;
  readonly name: string;
  readonly audience: Audience;
  readonly reach: 'members' | 'shared';
}[] {
  return [
    { channelId: 'board', name: 'partnership-board', audience: 'board', reach: 'members' },
    { channelId: 'partnership', name: 'all-partners', audience: 'partnership', reach: 'shared' },
    ...plan.themes.map(({ code, label }) => ({
      channelId: `theme-${code}`,
      name: label.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
      audience: `theme:${code}` as const,
      reach: 'members' as const,
    })),
  ];
}
