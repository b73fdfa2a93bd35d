import type { Month } from '../plan/month.ts';
import type { Button, Message, MessagePart } from './message.ts';

/** A digest as far as it is spoken of: the paper's title and the sentences of its front page. */
export interface DigestFacts {
  readonly id: string;
  readonly month: Month;
  readonly number: number;
  readonly state: 'draft' | 'approved' | 'posted' | 'superseded';
  readonly document: {
    readonly title: string;
    readonly position: string;
    readonly blocks: readonly { readonly kind: string; readonly items?: readonly string[] }[];
  };
}

/** A channel of a digest's audience, what its readers get and what became of it there. */
export interface PlaceLine {
  readonly channel: string;
  readonly gets: string;
  readonly became: string;
  /** True where it does not stand and may be posted. */
  readonly isMissing: boolean;
}

/** Where a digest stands, channel by channel once it may be posted, and what can be done with it next. */
export function digestReady(digest: DigestFacts, places: readonly PlaceLine[] = []): Message {
  const heading = `${digest.document.title}, number ${digest.number}: ${stateWords[digest.state]}`;
  return {
    summary: `${heading}.`,
    parts: [
      { kind: 'heading', text: heading },
      ...firstList(digest),
      ...placeParts(places),
      { kind: 'text', text: `${digest.document.position}. ${nextWords[digest.state]}`, tone: 'quiet' },
      {
        kind: 'buttons',
        buttons: [
          ...nextStep(digest, ''),
          ...(digest.state === 'draft' && places.length > 0
            ? [posting(digest, 'Approve and post …', 'normal')]
            : []),
          ...(digest.state === 'posted' && places.some(({ isMissing }) => isMissing)
            ? [posting(digest, 'Post where it is missing', 'main')]
            : []),
          ...previewButton(digest, places),
          ...readButtons(digest),
        ],
      },
    ],
  };
}

/** Tells the secretariat that drafts wait: one message, a button each. */
export function digestsReady(
  monthWords: string,
  drafts: readonly (DigestFacts & { readonly forWhom: string })[],
): Message {
  const [first] = drafts;
  const heading =
    drafts.length === 1
      ? `The digest for ${monthWords} is drafted`
      : `${drafts.length} digests for ${monthWords} are drafted`;
  return {
    summary: `${heading} and wait for your approval.`,
    parts: [
      { kind: 'heading', text: heading },
      ...(first ? firstList(first) : []),
      {
        kind: 'text',
        text: 'Nobody else sees a draft. Read it, moderate where you must, and approve. After approval it is posted with one more button.',
        tone: 'normal',
      },
      ...(drafts.length > 1
        ? [
            {
              kind: 'list' as const,
              items: drafts.map(({ document, forWhom }) => `${document.title}, for ${forWhom}`),
            },
          ]
        : []),
      {
        kind: 'buttons',
        buttons: [
          ...(first ? readButtons(first) : []),
          ...drafts.flatMap((draft) => nextStep(draft, drafts.length > 1 ? `: ${draft.forWhom}` : '')),
        ],
      },
    ],
  };
}

const stateWords: Readonly<Record<DigestFacts['state'], string>> = {
  draft: 'draft',
  approved: 'approved, not posted yet',
  posted: 'posted',
  superseded: 'replaced by a newer one',
};

const nextWords: Readonly<Record<DigestFacts['state'], string>> = {
  draft: 'Approve it when it is right; moderations until then are taken in by drafting again.',
  approved: 'It is frozen. Post it to the channels of its audience.',
  posted: 'What was posted stays as it is; what is changed later stands in the next one.',
  superseded: 'It is kept as it was.',
};

function firstList({ document }: DigestFacts): readonly MessagePart[] {
  const found = document.blocks.find(({ kind }) => kind === 'list');
  return found?.items === undefined ? [] : [{ kind: 'list', items: found.items }];
}

function placeParts(places: readonly PlaceLine[]): readonly MessagePart[] {
  if (places.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'Channels',
      columns: ['Channel', 'Its readers get', 'State'],
      rows: places.map(({ channel, gets, became }) => [channel, gets, became]),
    },
  ];
}

/** The form in which the channels are chosen. */
function posting({ id }: DigestFacts, label: string, style: Button['style']): Button {
  return { label, press: { verb: 'type', words: `digest post ${id}` }, style };
}

function previewButton({ id, state }: DigestFacts, places: readonly PlaceLine[]): readonly Button[] {
  if (places.length === 0 || (state !== 'draft' && state !== 'approved')) return [];
  return [{ label: 'Preview', press: { verb: 'type', words: `digest preview ${id}` }, style: 'normal' }];
}

function nextStep({ id, state }: DigestFacts, forWhom: string): readonly Button[] {
  if (state === 'draft')
    return [{ label: `Approve${forWhom}`, press: { verb: 'approve_digest', digest: id }, style: 'main' }];
  if (state === 'approved')
    return [{ label: `Post${forWhom}`, press: { verb: 'type', words: `digest post ${id}` }, style: 'main' }];
  return [];
}

function readButtons({ id }: DigestFacts): readonly Button[] {
  const file = (label: string, format: string): Button => ({
    label,
    press: { verb: 'download_digest', digest: id, format },
    style: 'normal',
  });
  return [file('Read it', 'html'), file('Word', 'docx'), file('PDF', 'pdf')];
}
