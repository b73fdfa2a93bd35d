import { failure, success, type Result } from '../../kit/result.ts';
import type { Form } from '../../messages/forms/form.ts';
import { postDigestForm } from '../../messages/forms/post-digest-form.ts';
import { audienceInWords } from '../../plan/audience.ts';
import { isMonth } from '../../plan/month.ts';
import type { Actor, Deps } from '../deps.ts';
import { digestPlaces, mayBePosted, placeInWords } from '../digest-places.ts';
import type { Digest } from '../ports/board-records.ts';
import type { PartnershipStore } from '../ports/store.ts';
import { refusal, type Refusal } from '../refusal.ts';
import { newestOf } from './newest-digest.ts';
import { enterOffice } from './enter-office.ts';

/** `digest post ID` or `digest post MONTH`: where it is to stand, and what its readers get there. */
export async function openPostForm(deps: Deps, actor: Actor, about: string): Promise<Result<Form, Refusal>> {
  const office = await enterOffice(deps, actor, 'post_digest');
  if (!office.ok) return office;
  const { store, plan } = office.value;
  const digest = await digestMeant(store, about);
  if (!digest)
    return failure(refusal('not_found', 'There is no such digest. Type "digest" to see what there is.'));
  if (digest.state === 'superseded')
    return failure(
      refusal('conflict', `Number ${digest.number} has been replaced by a newer one; post that one.`),
    );
  const places = await digestPlaces(store, digest);
  const [first] = places;
  const forWhom = audienceInWords(digest.audience, plan);
  if (!first)
    return failure(
      refusal(
        'not_found',
        `No channel is set up for ${forWhom}, so there is nowhere to post it. Type "/bcp channel use for …" in the channel. It can be exported too: digest export ${digest.month} html.`,
      ),
    );
  if (!places.some(mayBePosted))
    return failure(refusal('conflict', `It stands in every channel for ${forWhom}: it is posted once.`));
  return success(
    postDigestForm({
      typed: `digest post ${digest.id}`,
      digestId: digest.id,
      title: `${digest.document.title}, for ${forWhom}`,
      isDraft: digest.state === 'draft',
      channels: places.filter(mayBePosted).map(({ channel, shown, delivery }) => ({
        id: channel.id,
        name: channel.name,
        gets: [
          shown.kind === 'whole' ? 'The whole front page.' : shown.why,
          ...(delivery === null ? [] : [`Last time: ${placeInWords({ delivery })}`]),
        ].join(' '),
        isChosen: true,
      })),
    }),
  );
}

async function digestMeant(store: PartnershipStore, about: string): Promise<Digest | null> {
  if (isMonth(about)) return newestOf(await store.digests.ofMonth(about), about) ?? null;
  const byId = await store.digests.byId(about);
  if (byId || about !== '') return byId;
  const all = await store.digests.all();
  return newestOf(all, all[0]?.month ?? '') ?? null;
}
