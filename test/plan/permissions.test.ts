import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roleKinds, type Role, type RoleKind, type RoleScope } from '../../src/plan/people.ts';
import { verbs, type Verb } from '../../src/plan/permission-table.ts';
import { can, type PermissionObject } from '../../src/plan/permissions.ts';
import { birmingham } from './birmingham-plan.ts';
import { sampleRole } from './rule-samples.ts';

const today = '2026-11-03';
const ask = (
  roles: readonly Role[],
  verb: Verb,
  object: PermissionObject,
  coversFor: readonly string[] = [],
) => can({ personId: 'me', roles, coversFor }, verb, object, birmingham, today);
const [firstAction, otherAction] = birmingham.actions;
const partnership = { kind: 'partnership' } as const;

/**
 * The specification, written out apart from the program: for each verb the roles that may, in the order of `order`.
 * A = whatever it is about, o = only what the role is about, . = no.
 */
const order: readonly RoleKind[] = [
  'owner',
  'deputy',
  'cover',
  'theme_lead',
  'board_member',
  'chair',
  'vice_chair',
  'secretariat',
  'administrator',
  'observer',
];
const specification: Readonly<Record<Exclude<Verb, 'assign_role'>, string>> = {
  see_status: 'AAAAAAAA.A',
  see_own: '..........',
  update_action: 'ooo....A..',
  update_measure: 'ooo....A..',
  correct_update: 'ooo....A..',
  undo_update: 'ooo....A..',
  moderate: '...o...A..',
  open_cycle: '.......A..',
  close_cycle: '.......A..',
  draft_digest: '.......A..',
  approve_digest: '.......A..',
  post_digest: '.......A..',
  export_digest: '...AAAAA.A',
  accept_role: '..........',
  hand_over: 'o......A..',
  record_absence: '.......A..',
  record_decision: '....AAAA..',
  import_plan: '.......AA.',
  import_people: '.......AA.',
  manage_channels: '.......A..',
  see_deliveries: '.......AA.',
  retry_delivery: '.......AA.',
  verify_audit: '.......AA.',
  see_raw_values: 'ooo....A..',
  link_account: '.......AA.',
  respond_to_voice: 'oooo...A..',
  export_all: '.......AA.',
  remind_owners: '.......A..',
  change_settings: '.......A..',
  run_retention: '.......AA.',
};
const forOneself: readonly Verb[] = ['see_own', 'accept_role', 'record_absence', 'link_account'];

const codes = {
  action: birmingham.actions.map(({ code }) => code),
  theme: birmingham.themes.map(({ code }) => code),
  measure: birmingham.indicators.flatMap(({ measures }) => measures.map(({ code }) => code)),
  voice: birmingham.voice.map(({ code }) => code),
};

/** Whether the scope takes the object in, worked out from the plan's own lists. */
function takesIn(scope: RoleScope, object: PermissionObject): boolean {
  if (scope.kind === 'partnership' || !('code' in object)) return false;
  const action = (code: string) => birmingham.actions.find((each) => each.code === code);
  const measure = (code: string) =>
    birmingham.indicators.flatMap(({ measures }) => measures).find((each) => each.code === code);
  const voiceActions = birmingham.voice.find(({ code }) => code === object.code)?.actionCodes ?? [];
  const related: Readonly<Record<string, boolean | undefined>> = {
    'action action': scope.code === object.code,
    'action measure': action(scope.code)?.measureCodes.includes(object.code),
    'action voice': voiceActions.includes(scope.code),
    'measure measure': scope.code === object.code,
    'theme theme': scope.code === object.code,
    'theme action': action(object.code)?.themeCode === scope.code,
    'theme measure': measure(object.code)?.themeCode === scope.code,
    'theme voice': voiceActions.some((code) => action(code)?.themeCode === scope.code),
  };
  return related[`${scope.kind} ${object.kind}`] ?? false;
}

const coded = (kind: 'action' | 'theme' | 'measure' | 'voice') =>
  fc.constantFrom(...codes[kind]).map((code) => ({ kind, code }) as const);
const who = fc.constantFrom('me', 'somebody else');
const anyObject: fc.Arbitrary<PermissionObject> = fc.oneof(
  fc.constant(partnership),
  coded('action'),
  coded('theme'),
  coded('measure'),
  coded('voice'),
  who.map((personId) => ({ kind: 'person', personId }) as const),
  fc.record({ kind: fc.constant('role' as const), role: fc.constantFrom(...roleKinds), personId: who }),
);
const anyScope: fc.Arbitrary<RoleScope> = fc
  .oneof(
    fc.constant(partnership),
    coded('action'),
    coded('theme').filter(({ kind }) => kind === 'theme'),
    coded('measure'),
  )
  .map((scope) =>
    scope.kind === 'partnership'
      ? scope
      : { kind: scope.kind as 'action' | 'theme' | 'measure', code: scope.code },
  );

describe('who may do what', () => {
  test('is exactly what the specification says, for every role, verb, object and relation', () => {
    const verb = fc.constantFrom(...verbs.filter((each) => each !== 'assign_role'));

    fc.assert(
      fc.property(fc.constantFrom(...order), anyScope, verb, anyObject, (kind, scope, asked, object) => {
        const cell = specification[asked][order.indexOf(kind)];
        const oneself = forOneself.includes(asked) && 'personId' in object && object.personId === 'me';
        const expected = cell === 'A' || (cell === 'o' && takesIn(scope, object)) || oneself;

        expect(ask([sampleRole('me', kind, scope)], asked, object).allowed).toBe(expected);
      }),
      { numRuns: 5000 },
    );
  });

  test('nobody may do anything without a role of their own that is held today', () => {
    const elsewhen = fc.constantFrom<[string, string | null]>(
      ['2026-01-01', '2026-11-02'],
      ['2025-01-01', '2025-12-31'],
    );

    fc.assert(
      fc.property(
        fc.constantFrom(...verbs),
        anyObject,
        fc.constantFrom(...roleKinds),
        elsewhen,
        (verb, object, kind, [from, until]) => {
          const ended = [sampleRole('me', kind, partnership, from, until)];
          const others = [sampleRole('somebody else', kind, partnership)];

          for (const roles of [[], ended, others]) expect(ask(roles, verb, object).allowed).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('one more role never takes anything away', () => {
    const role = fc
      .record({ kind: fc.constantFrom(...roleKinds), scope: anyScope })
      .map(({ kind, scope }) => sampleRole('me', kind, scope));
    const verb = fc.constantFrom(...verbs.filter((each) => each !== 'assign_role'));

    fc.assert(
      fc.property(fc.array(role, { maxLength: 3 }), role, verb, anyObject, (roles, more, asked, object) => {
        fc.pre(ask(roles, asked, object).allowed);

        expect(ask([...roles, more], asked, object).allowed).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('every refusal is a sentence that says whom to ask', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...verbs),
        anyObject,
        fc.constantFrom(...roleKinds),
        (verb, object, kind) => {
          const permission = ask([sampleRole('me', kind, partnership)], verb, object);
          if (permission.allowed) return;

          expect(permission.words).toMatch(/^[A-Z].* Please ask .+\.$|^Only an administrator .+\.$/);
        },
      ),
    );
  });
});

describe('a refusal', () => {
  const action = { kind: 'action', code: firstAction?.code ?? '' } as const;
  const words = (roles: readonly Role[], verb: Verb, object: PermissionObject) => {
    const permission = ask(roles, verb, object);
    return permission.allowed ? 'allowed' : `${permission.words} → ${permission.whoToAsk}`;
  };

  test('names those who may', () => {
    const owner = [sampleRole('me', 'owner', otherAction?.code ?? '')];

    expect(words(owner, 'update_action', action)).toBe(
      `${action.code}: Only the owner, the deputy, the cover or the secretariat may update it. Please ask the owner. → owner`,
    );
    expect(words(owner, 'post_digest', partnership)).toBe(
      'Only the secretariat may post the digest. Please ask the secretariat. → secretariat',
    );
  });

  test('says when a role ended, or begins', () => {
    expect(
      words(
        [sampleRole('me', 'owner', action.code, '2026-01-01', '2026-10-31'), sampleRole('me', 'observer')],
        'update_action',
        action,
      ),
    ).toContain('Your role of owner ended on 31 October 2026.');
    expect(words([sampleRole('me', 'owner', action.code, '2026-12-01')], 'update_action', action)).toContain(
      'Your role of owner begins on 1 December 2026.',
    );
  });

  test('to somebody unknown is polite and says who adds people', () => {
    expect(words([], 'see_status', partnership)).toBe(
      'You are not on the list of people of this partnership. Please ask the secretariat to add you. → secretariat',
    );
  });
});

describe('special cases', () => {
  const give = (role: RoleKind, personId: string) => ({ kind: 'role', role, personId }) as const;
  const administrator = [sampleRole('me', 'administrator')];
  const secretariat = [sampleRole('me', 'secretariat')];

  test.each<[string, readonly Role[], PermissionObject, boolean]>([
    ['the secretariat makes somebody an owner', secretariat, give('owner', 'other'), true],
    ['the secretariat makes itself the owner', secretariat, give('owner', 'me'), true],
    ['the secretariat makes nobody an administrator', secretariat, give('administrator', 'other'), false],
    [
      'an administrator makes somebody else an administrator',
      administrator,
      give('administrator', 'other'),
      true,
    ],
    [
      'an administrator does not make themselves secretariat',
      administrator,
      give('secretariat', 'me'),
      false,
    ],
    [
      'an administrator who is secretariat too gives themselves a role as that',
      [...administrator, ...secretariat],
      give('owner', 'me'),
      true,
    ],
    ['a chair gives no roles', [sampleRole('me', 'chair')], give('owner', 'other'), false],
    ['a role is given to somebody, not to the partnership', secretariat, partnership, false],
  ])('%s', (_, roles, object, allowed) => {
    expect(ask(roles, 'assign_role', object).allowed).toBe(allowed);
  });

  test('who is named as cover by somebody away may answer, but not hand over', () => {
    const action = { kind: 'action', code: 'IC1' } as const;

    expect(ask([], 'update_action', action, ['IC1']).allowed).toBe(true);
    expect(ask([], 'update_action', action, ['IC2']).allowed).toBe(false);
    expect(ask([], 'hand_over', action, ['IC1']).allowed).toBe(false);
  });

  test('a role can be accepted before it begins', () => {
    expect(
      ask([sampleRole('me', 'owner', 'IC1', '2026-12-01')], 'accept_role', give('owner', 'me')).allowed,
    ).toBe(true);
    expect(ask([sampleRole('me', 'owner', 'IC1')], 'accept_role', give('owner', 'other')).allowed).toBe(
      false,
    );
  });
});
