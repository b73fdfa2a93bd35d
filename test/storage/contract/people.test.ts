import { describe, expect, it } from 'vitest';
import { newPartnership, withPartnershipOnEveryDatabase } from '../../support/database.ts';
import { minutesLater, morning, ownerRole, priya } from './samples.ts';

withPartnershipOnEveryDatabase((place) => {
  describe('people', () => {
    it('comes back as it was saved, and saving again replaces it', async () => {
      const { people } = place.partnership;

      await people.save(priya);
      await people.save({ ...priya, jobTitle: 'Director', endsOn: '2026-12-31', prefers: null });

      expect(await people.all()).toEqual([
        { ...priya, jobTitle: 'Director', endsOn: '2026-12-31', prefers: null },
      ]);
      expect(await people.byId('priya')).toMatchObject({ jobTitle: 'Director' });
      expect(await people.byId('nobody')).toBeNull();
    });

    it('is found by e-mail address however it is typed', async () => {
      const { people } = place.partnership;
      await people.save({ ...priya, email: 'Priya.Shah@Example.org' });

      expect(await people.byEmail('PRIYA.shah@example.org')).toEqual(priya);
      expect(await people.byEmail('priya@example.org')).toBeNull();
    });

    it('is listed by name, with those who have left', async () => {
      const { people } = place.partnership;
      await people.save({ ...priya, id: '1', email: '1@example.org', name: 'Zoë Adams' });
      await people.save({
        ...priya,
        id: '2',
        email: '2@example.org',
        name: 'Élodie Brown',
        endsOn: '2026-01-31',
      });
      await people.save({ ...priya, id: '3', email: '3@example.org', name: 'edward Ash' });

      const names = (await people.all()).map(({ name }) => name);

      expect(names).toEqual(['edward Ash', 'Élodie Brown', 'Zoë Adams']);
    });
  });

  describe('an account', () => {
    const account = {
      id: 'account-1',
      personId: 'priya',
      platform: 'slack',
      tenantId: 'T1',
      userId: 'U1',
    } as const;

    it('belongs to one person of a partnership only', async () => {
      const { people } = place.partnership;
      await people.save(priya);
      await people.save({ ...priya, id: 'tom', email: 'tom@example.org' });

      const first = await people.addAccount(account);
      const second = await people.addAccount({ ...account, id: 'account-2', personId: 'tom' });

      expect([first, second]).toEqual([true, false]);
      expect(await people.accounts()).toEqual([account]);
      expect(await people.accountOf('slack', 'T1', 'U1')).toEqual(account);
      expect(await people.accountOf('teams', 'T1', 'U1')).toBeNull();
    });

    it('can be taken away and given to somebody else', async () => {
      const { people } = place.partnership;
      await people.save(priya);
      await people.addAccount(account);

      await people.removeAccount('account-1');

      expect(await people.accounts()).toEqual([]);
      expect(await people.addAccount({ ...account, id: 'account-2' })).toBe(true);
    });

    it('is known in every partnership that the same human belongs to', async () => {
      const other = await newPartnership(place.store);
      const everywhere = { ...account, userId: `U-${place.partnership.partnershipId}` };
      await place.partnership.people.save(priya);
      await other.people.save({ ...priya, id: 'priya-elsewhere' });
      await place.partnership.people.addAccount(everywhere);
      await other.people.addAccount({ ...everywhere, personId: 'priya-elsewhere' });

      const places = await place.store.personsOfAccount('slack', 'T1', everywhere.userId);

      expect(new Set(places)).toEqual(
        new Set([
          { partnershipId: place.partnership.partnershipId, personId: 'priya' },
          { partnershipId: other.partnershipId, personId: 'priya-elsewhere' },
        ]),
      );
    });
  });

  describe('a role', () => {
    it('is accepted and ended without losing the rest of it', async () => {
      const { people } = place.partnership;
      await people.save(priya);
      await people.addRole({
        ...ownerRole,
        id: 'role-2',
        kind: 'chair',
        scope: { kind: 'partnership' },
        startsOn: '2026-02-01',
      });
      await people.addRole(ownerRole);

      await people.acceptRole('role-1', morning);
      await people.endRole('role-1', '2026-12-31');

      expect(await people.roles()).toEqual([
        { ...ownerRole, acceptedAt: morning, endsOn: '2026-12-31' },
        { ...ownerRole, id: 'role-2', kind: 'chair', scope: { kind: 'partnership' }, startsOn: '2026-02-01' },
      ]);
    });

    it('is not held by somebody the partnership does not know', async () => {
      await expect(place.partnership.people.addRole(ownerRole)).rejects.toThrow();
    });
  });

  describe('an absence', () => {
    it('is kept with who covers, until it is taken back', async () => {
      const { people } = place.partnership;
      const absence = {
        id: 'away-1',
        personId: 'priya',
        from: '2026-11-02',
        until: '2026-11-13',
        coverPersonId: 'tom',
      };
      await people.save(priya);

      await people.addAbsence(absence);
      const known = await people.absences();
      await people.removeAbsence('away-1');

      expect(known).toEqual([absence]);
      expect(await people.absences()).toEqual([]);
    });
  });

  describe('a partnership', () => {
    it('is added once; the second time gives back the first', async () => {
      const code = `twice-${place.partnership.partnershipId}`;
      const first = { id: `${code}-1`, code, name: 'Solihull', createdAt: morning };

      await place.store.addPartnership(first);
      const second = await place.store.addPartnership({
        ...first,
        id: `${code}-2`,
        createdAt: minutesLater(5),
      });

      expect(second).toEqual(first);
      expect((await place.store.partnerships()).filter((known) => known.code === code)).toEqual([first]);
    });
  });
});
