import { checkField, fieldGroup } from './fields.ts';
import type { Form } from './form.ts';

/** A channel of the digest's audience, and what its readers get. */
export interface ChannelChoice {
  readonly id: string;
  readonly name: string;
  /** `The whole front page.` or `Counts only: …`, or that it stands there. */
  readonly gets: string;
  readonly isChosen: boolean;
}

/** Chooses the channels in which a digest is posted; a draft is approved by it first. */
export function postDigestForm(view: {
  readonly typed: string;
  readonly digestId: string;
  readonly title: string;
  readonly isDraft: boolean;
  readonly channels: readonly ChannelChoice[];
}): Form {
  return {
    kind: 'post_digest',
    title: view.isDraft ? 'Approve and post' : 'Post the digest',
    intro: `${view.title}. ${view.isDraft ? 'With this it is approved and frozen. ' : ''}What is posted stays as it is; every channel gets it once.`,
    submitLabel: view.isDraft ? 'Approve and post' : 'Post',
    carries: { typed: view.typed, digest: view.digestId },
    groups: [
      fieldGroup(
        'Where',
        view.channels.map(({ id, name, gets, isChosen }) =>
          checkField(`channel.${id}`, name, isChosen, gets),
        ),
      ),
    ],
  };
}
