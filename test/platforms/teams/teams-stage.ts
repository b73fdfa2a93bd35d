import { drainOutbox } from '../../../src/delivery/drain.ts';
import type { DoorResponse } from '../../../src/kit/door.ts';
import { silentLog } from '../../../src/kit/log.ts';
import { joinTeams, type TeamsConnection } from '../../../src/platforms/teams/connect.ts';
import { guardedHttp } from '../../../src/platforms/teams/seam/guarded-http.ts';
import { loopbackAddresses } from '../../../src/platforms/teams/seam/service-addresses.ts';
import type { PersonToImport } from '../../../src/use-cases/import-people.ts';
import type { Store } from '../../../src/use-cases/ports/store.ts';
import { runDueEvents } from '../../../src/schedule/run-due-events.ts';
import { birminghamStage, cast, type Stage } from '../../support/birmingham.ts';
import { stageIntake } from '../../support/intake.ts';
import { expectGoodCard } from './cards.ts';
import {
  appId,
  councilTenant,
  healthTenant,
  issuer,
  policeTenant,
  type FakeTeams,
  type Posted,
} from './fake-teams.ts';

type Json = Readonly<Record<string, unknown>>;

/** The cast of Birmingham, with accounts in two Teams tenants, before a stand-in of Teams. */
export interface TeamsStage extends Stage {
  readonly teams: TeamsConnection;
  /** Waits until what was put by is read and every answer has been sent. */
  settled(): Promise<void>;
  /** Sends what was promised. */
  drain(): Promise<void>;
  /** Says something to bcp in a personal chat, or wherever `more` says. */
  type(name: string, text: string, more?: Json): Promise<DoorResponse>;
  invoke(name: string, what: string, value: unknown, more?: Json): Promise<Json>;
  event(activity: Json): Promise<DoorResponse>;
  /** What a person sees in their chat with bcp, oldest first. */
  chat(name: string): readonly Posted[];
}

export const accountOf = (name: string) => `id-${name}`;
export const chatOf = (name: string) => `a:29:${name}`;
export const tenantOf = (name: string) => (name === 'tom.osei' ? policeTenant : councilTenant);

const people: readonly PersonToImport[] = cast.map((person) => {
  const name = person.email.replace('@birmingham.example', '');
  return {
    ...person,
    accounts: [{ platform: 'teams' as const, tenantId: tenantOf(name), userId: accountOf(name) }],
  };
});

/** The app is added or taken away in Asha's own chat, as Teams tells it. */
export const installedByAsha = (fake: FakeTeams, action: string) => ({
  type: 'installationUpdate',
  action,
  channelId: 'msteams',
  serviceUrl: fake.url,
  from: { id: '29:asha.verma', aadObjectId: accountOf('asha.verma') },
  recipient: { id: `28:${appId}` },
  conversation: { id: chatOf('asha.verma'), tenantId: councilTenant, conversationType: 'personal' },
});

/** For what is told about the whole of a month: no call is given up because the machine is busy. */
export const patient = 10_000;

export async function teamsStage(
  store: Store,
  fake: FakeTeams,
  manners = { dialogs: true, privateAnswers: true },
  timeoutMs = 1_500,
): Promise<TeamsStage> {
  const stage = await birminghamStage(store, '2026-11-02T08:59:00Z', people);
  const exporter = {
    formats: ['markdown' as const],
    export: () =>
      Promise.resolve({
        fileName: 'bcp-digest-2026-11.md',
        mediaType: 'text/markdown',
        bytes: Buffer.from('# Digest'),
      }),
  };
  const deps = { ...stage.deps, exporter };
  const intake = stageIntake(deps);
  const teams = joinTeams(
    deps,
    {
      credentials: {
        kind: 'given',
        appId,
        homeTenantId: councilTenant,
        authorization: () => Promise.resolve('Bearer ours'),
      },
      tenants: [councilTenant, policeTenant, healthTenant],
      addresses: loopbackAddresses(),
      timeoutMs,
      log: silentLog,
      signedBy: { issuer, openIdUrl: fake.openIdUrl },
    },
    { ...manners, files: guardedHttp(loopbackAddresses(), timeoutMs) },
    intake.wake,
  );
  intake.serve(teams.reader);
  const settled = async () => {
    await intake.settled();
    await teams.settled();
  };
  let number = 0;
  const post = async (activity: Json): Promise<DoorResponse> => {
    const response = await teams.door.handle({
      method: 'POST',
      path: '/api/messages',
      query: new URLSearchParams(),
      headers: { authorization: await fake.sign() },
      body: new TextEncoder().encode(JSON.stringify(activity)),
    });
    await settled();
    for (const { activity: said } of fake.posts) cardsIn(said).forEach(expectGoodCard);
    return response;
  };
  const from = (name: string, more: Json): Json => {
    number += 1;
    return {
      id: `event-${number}`,
      channelId: 'msteams',
      serviceUrl: fake.url,
      from: { id: `29:${name}`, aadObjectId: accountOf(name), name },
      recipient: { id: `28:${appId}` },
      conversation: { id: chatOf(name), tenantId: tenantOf(name), conversationType: 'personal' },
      ...more,
    };
  };
  return {
    ...stage,
    deps,
    teams,
    settled,
    at: async (instant) => {
      stage.clock.set(new Date(instant));
      return await runDueEvents(deps);
    },
    drain: async () => {
      await drainOutbox({
        outbox: store.outbox,
        senders: [teams.sender],
        clock: stage.clock,
        log: silentLog,
        random: () => 0.5,
      });
      for (const { activity: said } of fake.posts) cardsIn(said).forEach(expectGoodCard);
    },
    type: (name, text, more = {}) => post(from(name, { type: 'message', text, ...more })),
    invoke: async (name, what, value, more = {}) => {
      const response = await post(from(name, { type: 'invoke', name: what, value, ...more }));
      const body: unknown = JSON.parse(String(response.body) || '{}');
      cardsIn(body).forEach(expectGoodCard);
      return body as Json;
    },
    event: (activity) => post(activity),
    chat: (name) =>
      fake.posts.filter(({ conversation, isRemoved }) => conversation === chatOf(name) && !isRemoved),
  };
}

/** Every card in something that went over the line. */
export function cardsIn(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(cardsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'AdaptiveCard') return [{ ...value }];
  return Object.values(value).flatMap(cardsIn);
}

/** The data of the button with this title, as Teams sends it back. */
export function buttonData(value: unknown, title: string): Json {
  return buttonNamed(value, title)['data'] as Json;
}

/** The button with this title. */
export function buttonNamed(value: unknown, title: string): Json {
  const found = buttonsIn(value).find((button) => button['title'] === title);
  if (!found) throw new Error(`There is no button "${title}".`);
  return found;
}

function buttonsIn(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(buttonsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && String(value.type).startsWith('Action.') ? [{ ...value }] : [];
  return [...own, ...Object.values(value).flatMap(buttonsIn)];
}

/** What a pressed button sends. */
export function press(data: Json, trigger = 'manual'): Json {
  return { action: { type: 'Action.Execute', verb: 'press', data }, trigger };
}
