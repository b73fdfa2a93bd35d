import type { RoleKind } from '../plan/people.ts';
import type { Message, MessagePart, Words } from './message.ts';

interface HelpLine {
  readonly typed: string;
  readonly does: string;
  readonly for: readonly RoleKind[] | 'everybody';
}

const answering: readonly RoleKind[] = ['owner', 'deputy', 'cover'];
const board: readonly RoleKind[] = ['board_member', 'chair', 'vice_chair', 'secretariat'];
const office: readonly RoleKind[] = ['secretariat'];
const machineRoom: readonly RoleKind[] = ['secretariat', 'administrator'];

/**
 * What may be typed, most wanted first; each with a line that can be typed as it stands. `assign`, `moderate`, `decide` and `meeting` alone
 * open a form.
 */
const helpLines: readonly HelpLine[] = [
  { typed: 'Amber, waiting on recruitment', does: 'answers your prompt in your own words', for: answering },
  { typed: 'update', does: 'opens the form with last month filled in', for: answering },
  { typed: 'undo', does: 'takes your last answer back', for: answering },
  { typed: 'prompt', does: 'shows again what you are asked this month', for: answering },
  { typed: 'On leave until 4 January, ask Priya', does: 'moves your prompt to your cover', for: answering },
  { typed: 'status', does: 'shows every action, what is off track first', for: 'everybody' },
  {
    typed: 'status safe',
    does: 'shows an outcome, theme, action, measure, organisation or person',
    for: 'everybody',
  },
  {
    typed: 'status red',
    does: 'narrows it: red, amber, late, mine, changed, asks, or a month',
    for: 'everybody',
  },
  {
    typed: 'moderate IC5 red because the figures do not bear it out',
    does: 'puts your reading beside the owner’s; moderate alone opens a form',
    for: ['theme_lead', 'secretariat'],
  },
  {
    typed: 'decide IC5 agency spend is agreed until March',
    does: 'minutes a decision of the last meeting; decide alone opens a form',
    for: board,
  },
  { typed: 'meeting 2026-12-03 Partnership Board', does: 'puts a meeting in the calendar', for: board },
  { typed: 'decisions', does: 'shows asks, decisions and what meetings asked for', for: board },
  {
    typed: 'voice V08 open-access drop-in since May',
    does: 'says what was done about what children said',
    for: [...answering, 'secretariat'],
  },
  { typed: 'cycle', does: 'shows where the month stands', for: office },
  { typed: 'cycle settings', does: 'changes the days, the times and the marking', for: office },
  { typed: 'remind all late', does: 'reminds whoever has not answered, or one person by name', for: office },
  { typed: 'digest', does: 'shows the digest: draft, preview, approve, post, export', for: office },
  {
    typed: '/bcp channel use for board',
    does: 'typed in a channel: posts the digests for the board there; channel list, channel stop',
    for: office,
  },
  {
    typed: 'assign IC5 to Priya Nair as deputy',
    does: 'gives an action an owner or deputy; assign alone opens a form',
    for: machineRoom,
  },
  {
    typed: 'unassign IC5 from Priya Nair as deputy',
    does: 'ends it, with today as the last day',
    for: machineRoom,
  },
  {
    typed: 'leaves Priya Nair 2026-11-30',
    does: 'says when somebody leaves, and who follows',
    for: machineRoom,
  },
  { typed: 'person', does: 'adds somebody, with a role', for: machineRoom },
  { typed: 'people', does: 'shows who owns what and who cannot be reached', for: machineRoom },
  { typed: 'deliveries', does: 'shows what could not be sent, to try again or give up', for: machineRoom },
  { typed: 'retention', does: 'shows what is kept how long', for: machineRoom },
  { typed: 'help', does: 'shows this', for: 'everybody' },
];

/** What somebody with these roles may type. A person without any is told whom to ask. */
export function helpMessage(roles: readonly { readonly kind: RoleKind }[]): Message {
  const kinds = new Set(roles.map(({ kind }) => kind));
  const mine = helpLines.filter(
    (line) => line.for === 'everybody' || line.for.some((kind) => kinds.has(kind)),
  );
  const items: readonly Words[] = mine.map(({ typed, does }) => [{ strong: typed }, `: ${does}`]);
  const parts: readonly MessagePart[] = [
    { kind: 'heading', text: 'What you can type' },
    { kind: 'list', items },
    {
      kind: 'text',
      text:
        kinds.size === 0
          ? 'You hold no role in this partnership yet. Please ask the secretariat.'
          : 'Please write about the work, never about a child: no names, dates of birth, addresses or numbers that point to one.',
      tone: 'quiet',
    },
  ];
  return { summary: 'What you can type to bcp.', parts };
}
