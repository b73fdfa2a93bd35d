import type { Form, FieldProblem } from '../../src/messages/forms/form.ts';
import { filled } from '../../src/platforms/slack/forms/filled-form.ts';
import { formView, onlyGroup } from '../../src/platforms/slack/forms/form-view.ts';
import { problemAnswer } from '../../src/platforms/slack/forms/problems.ts';
import { readMetadata } from '../../src/platforms/slack/forms/view-data.ts';
import type { HomeView } from '../../src/platforms/slack/render/blocks.ts';
import { mentionPage } from '../../src/platforms/slack/sending/mention.ts';
import type { Pictures } from '../../src/platforms/slack/sending/pictures.ts';
import { publishHome } from '../../src/platforms/slack/talk/home.ts';
import type { TalkDeps } from '../../src/platforms/slack/talk/talk.ts';
import { whoHolds, type PlayDeps } from '../../src/rehearsal/play-month.ts';
import type { Gathered } from './gather-messages.ts';
import { keptIn, slackHomeLook, slackPagesLook, slackViewLook, type Drawn, type Look } from './slack-look.ts';

const options = { partnershipId: 'preview' };

/** What Slack has beside messages and whole forms: a mention in a channel, and forms as they are answered. */
export function slackSurfaces({ messages, forms }: Pick<Gathered, 'messages' | 'forms'>): readonly Look[] {
  const prompt = messages.get('owner-prompt');
  const update = forms.get('owner-update');
  if (!prompt || !update) throw new Error('The preview has no prompt, or no update form.');
  return [
    slackPagesLook('mention', [mentionPage({ message: prompt, purpose: 'prompt' }, 'UASHA', 'preview')]),
    ...answeredForms(update),
    chooserLook(update),
  ];
}

/** App Home as it is published, for an owner, the secretariat, a chair and a stranger. */
export async function slackHomes(play: PlayDeps): Promise<readonly Look[]> {
  const { people } = play.deps.store.in(play.partnershipId);
  const owner = (await people.roles()).find(({ kind, scope }) => kind === 'owner' && scope.kind === 'action');
  const holders: readonly (readonly [string, string | undefined])[] = [
    ['owner', owner?.personId],
    ['secretariat', (await whoHolds(play, 'secretariat'))?.personId],
    ['chair', (await whoHolds(play, 'chair'))?.personId],
    ['stranger', undefined],
  ];
  const looks: Look[] = [];
  for (const [name, personId] of holders) {
    const userId = `U${name.toUpperCase()}`;
    if (personId !== undefined)
      await people.addAccount({ id: `preview-${name}`, personId, platform: 'slack', tenantId: 'T1', userId });
    looks.push(await homeLook(play, `home-${name}`, userId));
    // Gone again, so that the months go on where they were.
    if (personId !== undefined) await people.removeAccount(`preview-${name}`);
  }
  return looks;
}

async function homeLook(play: PlayDeps, name: string, userId: string): Promise<Look> {
  const drawn: Drawn = new Map();
  const pictureOf = keptIn(drawn);
  const pictures: Pictures = {
    upload: () => Promise.resolve(pictureOf),
    taken: () => undefined,
    known: () => pictureOf,
  };
  let published: HomeView | undefined;
  const api = {
    call: (_method: string, args: Readonly<Record<string, unknown>>) => {
      published = args['view'] as HomeView;
      return Promise.resolve({ ok: true });
    },
    upload: () => Promise.reject(new Error('Nothing is uploaded in a preview.')),
  };
  // App Home is written from the records and with pictures; it needs nothing else of a conversation.
  const talk = { deps: play.deps, pictures } as unknown as TalkDeps;
  await publishHome(talk, api, 'T1', userId);
  if (!published) throw new Error('No App Home was published.');
  return slackHomeLook(name, published, drawn);
}

/** One action of the update form: as it opens, with a rating that needs a path to green, and sent without what is needed. */
function answeredForms(update: Form): readonly Look[] {
  const code = update.groups.find(({ fields }) => fields.some(({ neededWith }) => neededWith))?.code ?? '';
  const form = onlyGroup(update, code);
  if (!form) throw new Error('No action of the update form needs a path to green.');
  const red = { [`${code}.rating`]: 'red', [`${code}.done`]: 'Two posts are still vacant.' };
  const opened = formView(form, options);
  const metadata = readMetadata(opened.private_metadata);
  const asked = opened.blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : []));
  const problem: FieldProblem = {
    field: `${code}.pathToGreen.what`,
    words: 'This is red. Say what will get it back to green, who will do it, and by when.',
  };
  const typed = { ...Object.fromEntries(asked.map((name) => [name, ''])), ...red };
  const answer = metadata && problemAnswer([problem], typed, metadata, form);
  if (answer?.response_action !== 'update') throw new Error('The form was expected again.');
  const shown = formView(filled(form, red), options);
  return [
    slackViewLook('form-path-hidden', opened),
    slackViewLook('form-path-shown', shown),
    slackViewLook('form-with-errors', shown, { [problem.field]: problem.words }),
    slackViewLook('form-that-came-back', answer.view),
  ];
}

/** What somebody sees who answers for more than one modal holds. */
function chooserLook(update: Form): Look {
  const [group] = update.groups;
  if (!group) throw new Error('The update form asks nothing.');
  const groups = Array.from({ length: 24 }, (_, index) => {
    const code = `${group.code}${index + 1}`;
    const fields = group.fields.map((field) => ({ ...field, name: `${code}.${index}.${field.name}` }));
    return { ...group, code, title: `${code} ${group.title}`, fields };
  });
  return slackViewLook('form-chooser', formView({ ...update, groups }, options));
}
