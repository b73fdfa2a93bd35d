import { audienceParts, type Audience } from '../../plan/audience.ts';
import type {
  ActionPicture,
  Answerer,
  CountedAction,
  MeasurePicture,
  PlanPicture,
} from '../../plan/plan-picture.ts';
import type { Theme } from '../../plan/plan.ts';
import type { PathToGreen } from '../../plan/update.ts';
import { pathInWords } from '../../plan/update-words.ts';
import { dayInWords } from '../../kit/local-date.ts';

/** What one audience may read of a month. */
export interface DigestScope {
  readonly picture: PlanPicture;
  readonly audience: Audience;
  readonly actions: readonly ActionPicture[];
  readonly countedOnly: readonly CountedAction[];
  /** Both, for counting. */
  readonly counted: readonly CountedAction[];
  readonly measures: readonly MeasurePicture[];
  readonly sensitiveMeasures: number;
  readonly themes: readonly Theme[];
  /** Only the board's own paper names people; every other says organisation and role. */
  readonly namesPeople: boolean;
  readonly sections: ReadonlySet<DigestSection>;
}

export const digestSections = [
  'glance',
  'asks',
  'exceptions',
  'not_received',
  'actions',
  'measures',
  'lens',
  'meeting',
  'voice',
  'corrections',
  'to_look_at',
  'dates',
  'how_to_read',
  'sources',
] as const;
export type DigestSection = (typeof digestSections)[number];

/** What is kept from whom: the board's own business (asks, decisions, what to question) stays with those it concerns. */
const withheld: Readonly<Record<ReturnType<typeof audienceParts>['kind'], readonly DigestSection[]>> = {
  board: [],
  partnership: ['to_look_at'],
  theme: ['lens', 'meeting'],
  partner: ['lens', 'meeting', 'to_look_at'],
  aligned: ['asks', 'not_received', 'meeting', 'to_look_at', 'dates'],
};

export function digestScope(picture: PlanPicture, audience: Audience): DigestScope {
  const { kind, code } = audienceParts(audience);
  const isIn = ({ action, owner }: CountedAction) =>
    kind === 'theme' ? action.themeCode === code : kind !== 'partner' || owner?.organisationCode === code;
  const actions = picture.actions.filter(isIn);
  const countedOnly = picture.countedOnly.filter(isIn);
  const counted = [...actions, ...countedOnly];
  const codes = new Set(counted.flatMap(({ action }) => action.measureCodes));
  const hasMeasure = (measureCode: string, themeCode: string, ownerCode: string | undefined) =>
    kind === 'theme'
      ? themeCode === code
      : kind !== 'partner' || codes.has(measureCode) || ownerCode === code;
  const themeOf = new Map(
    picture.plan.indicators
      .flatMap(({ measures }) => measures)
      .map((measure) => [measure.code, measure.themeCode]),
  );
  return {
    picture,
    audience,
    actions,
    countedOnly,
    counted,
    measures: picture.measures.filter(({ measure, owner }) =>
      hasMeasure(measure.code, measure.themeCode, owner?.organisationCode),
    ),
    sensitiveMeasures: picture.sensitiveMeasures.filter((each) =>
      hasMeasure(each, themeOf.get(each) ?? '', undefined),
    ).length,
    themes: themesInOrder(picture).filter((theme) => kind !== 'theme' || theme.code === code),
    namesPeople: kind === 'board',
    sections: new Set(digestSections.filter((section) => !withheld[kind].includes(section))),
  };
}

/** Themes in the order in which the plan's actions come. */
function themesInOrder({ plan }: PlanPicture): readonly Theme[] {
  const first = ({ code }: Theme) => plan.actions.findIndex(({ themeCode }) => themeCode === code);
  return [...plan.themes].sort((one, other) => first(one) - first(other));
}

/** Who owns something, as this audience may read it. */
export function ownerWords(owner: Answerer | null, { namesPeople }: DigestScope): string {
  if (owner === null) return 'nobody owns it yet';
  if (namesPeople) return `${owner.name}, ${owner.organisation}`;
  return owner.jobTitle === '' ? owner.organisation : `${owner.organisation} (${owner.jobTitle})`;
}

/** The path to green, without the name of who walks it where people are not named. */
export function pathWords(path: PathToGreen, { namesPeople }: DigestScope): string {
  return namesPeople ? pathInWords(path) : `${path.what} (by ${dayInWords(path.by)})`;
}

/** Several lines of somebody's words as one line of a table or callout: nothing is lost but the line ends. */
export function oneLine(words: string): string {
  return words.replace(/\s*\n\s*/gu, ' ').trim();
}
