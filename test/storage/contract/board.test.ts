import { describe, expect, it } from 'vitest';
import { withPartnershipOnEveryDatabase } from '../../support/database.ts';
import { digest, document, minutesLater, morning } from './samples.ts';

withPartnershipOnEveryDatabase((place) => {
  describe('a digest', () => {
    it('comes back as it was frozen, in the same order of everything', async () => {
      const { digests } = place.partnership;

      await digests.add(digest);

      expect(JSON.stringify((await digests.byId('digest-1'))?.document)).toBe(JSON.stringify(document));
      expect(await digests.byId('digest-1')).toEqual(digest);
      expect(await digests.byId('digest-2')).toBeNull();
    });

    it('is approved and posted once, and remembers by whom', async () => {
      const { digests } = place.partnership;
      await digests.add(digest);

      const moves = [
        await digests.move('digest-1', 'approved', 'posted', morning, 'tom'),
        await digests.move('digest-1', 'draft', 'approved', minutesLater(1), 'tom'),
        await digests.move('digest-1', 'draft', 'approved', minutesLater(2), 'ann'),
        await digests.move('digest-1', 'approved', 'posted', minutesLater(3), null),
      ];

      expect(moves).toEqual([false, true, false, true]);
      expect(await digests.byId('digest-1')).toEqual({
        ...digest,
        state: 'posted',
        approvedAt: minutesLater(1),
        approvedByPersonId: 'tom',
        postedAt: minutesLater(3),
      });
    });

    it('is listed newest first, by month as well', async () => {
      const { digests } = place.partnership;
      await digests.add(digest);
      await digests.add({ ...digest, id: 'digest-2', number: 2, draftedAt: minutesLater(5) });
      await digests.add({
        ...digest,
        id: 'digest-3',
        month: '2026-12',
        audience: 'board',
        draftedAt: minutesLater(9),
      });

      expect((await digests.all()).map(({ id }) => id)).toEqual(['digest-3', 'digest-2', 'digest-1']);
      expect((await digests.ofMonth('2026-11')).map(({ id }) => id)).toEqual(['digest-2', 'digest-1']);
    });
  });

  describe('a channel', () => {
    it('is one for each place on a platform; saving again changes what it is for', async () => {
      const { channels } = place.partnership;
      const channel = {
        id: 'channel-1',
        platform: 'teams',
        tenantId: 'tenant',
        channelId: '19:board',
        name: 'Board',
        audience: 'board',
        reach: 'members',
      } as const;

      await channels.save(channel);
      await channels.save({ ...channel, name: 'Everybody', audience: 'partner:BCC', reach: 'shared' });

      expect(await channels.all()).toEqual([
        { ...channel, name: 'Everybody', audience: 'partner:BCC', reach: 'shared' },
      ]);
    });
  });

  describe('a meeting', () => {
    it('keeps its decisions in the order in which they were made, open until closed', async () => {
      const { meetings } = place.partnership;
      const decision = {
        id: 'decision-1',
        meetingId: 'meeting-1',
        kind: 'decision',
        text: 'Agency spend agreed.',
        actionCode: 'IC5',
        ownerName: null,
        due: null,
        closedOn: null,
        byPersonId: 'tom',
        at: morning,
      } as const;
      const request = {
        ...decision,
        id: 'action-1',
        kind: 'meeting_action',
        ownerName: 'Priya',
        due: '2026-12-11',
      } as const;
      await meetings.add({ id: 'meeting-2', on: '2026-12-11', title: 'December board' });
      await meetings.add({ id: 'meeting-1', on: '2026-11-27', title: 'November board' });

      await meetings.addDecision(decision);
      await meetings.addDecision(request);
      await meetings.closeDecision('action-1', '2026-12-01');

      expect((await meetings.all()).map(({ id }) => id)).toEqual(['meeting-1', 'meeting-2']);
      expect(await meetings.decisions()).toEqual([decision, { ...request, closedOn: '2026-12-01' }]);
    });

    it('has its name and its decisions put into other words, and nothing else of them', async () => {
      const { meetings } = place.partnership;
      const decision = {
        id: 'decision-1',
        meetingId: 'meeting-1',
        kind: 'meeting_action',
        text: 'Call the press office on [phone number].',
        actionCode: 'IC5',
        ownerName: 'Priya',
        due: null,
        closedOn: null,
        byPersonId: 'tom',
        at: morning,
      } as const;
      await meetings.add({ id: 'meeting-1', on: '2026-11-27', title: 'Board' });
      await meetings.add({ id: 'meeting-2', on: '2026-12-11', title: 'Board' });
      await meetings.addDecision(decision);
      await meetings.addDecision({ ...decision, id: 'decision-2' });

      const words = { text: 'Call the press office.', ownerName: 'Priya Nair', due: '2026-12-11' };
      await meetings.rename('meeting-1', 'Partnership Board');
      await meetings.rewordDecision('decision-1', words);

      expect((await meetings.all()).map(({ title }) => title)).toEqual(['Partnership Board', 'Board']);
      expect(await meetings.decisions()).toEqual([
        { ...decision, ...words },
        { ...decision, id: 'decision-2' },
      ]);
    });
  });

  describe('"we did"', () => {
    it('is kept beside what was said', async () => {
      const { voice } = place.partnership;
      const response = {
        id: 'we-did-1',
        voiceCode: 'V1',
        actionCode: null,
        text: 'Two clinics.',
        byPersonId: 'tom',
        at: morning,
      };

      await voice.add(response);

      expect(await voice.responses()).toEqual([response]);
    });
  });
});
