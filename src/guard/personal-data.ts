import type { LocalDate } from '../kit/local-date.ts';
import { birthDatesIn } from './birth-dates.ts';
import { childNamesIn } from './child-names.ts';
import { emailAddressesIn } from './email-addresses.ts';
import { foldText, type FoldedText } from './folded-text.ts';
import { knownNames } from './name-mentions.ts';
import { nationalInsuranceNumbersIn } from './national-insurance-numbers.ts';
import { nhsNumbersIn } from './nhs-numbers.ts';
import {
  findingFrom,
  type PersonalDataFinding,
  type PersonalDataType,
  type Sighting,
} from './personal-data-finding.ts';
import { phoneNumbersIn } from './phone-numbers.ts';
import { postcodesIn } from './postcodes.ts';
import { pupilNumbersIn } from './pupil-numbers.ts';
import { singledOutChildrenIn } from './singled-out-children.ts';
import { streetAddressesIn } from './street-addresses.ts';
import { sentencesOf } from './text-tokens.ts';

export type { PersonalDataFinding } from './personal-data-finding.ts';

/** What helps to tell a child from a colleague. */
export interface GuardContext {
  /** For ages from dates; without it any date since 1995 can be a child's. */
  readonly today?: LocalDate;
  /** The partnership's own people: their names pass. */
  readonly staffNames?: readonly string[];
  readonly organisationNames?: readonly string[];
}

/**
 * Personal data in a text, in the order in which it stands, without overlaps. Never throws; the time it takes grows with the
 * length of the text and no faster. What counts as what is in docs/guard.md, with the figures measured on our corpus.
 */
export function findPersonalData(text: string, context: GuardContext = {}): readonly PersonalDataFinding[] {
  const folded = foldText(text);
  const known = knownNames([...(context.staffNames ?? []), ...(context.organisationNames ?? [])]);
  const inFolded = [
    ...nhsNumbersIn(folded.text),
    ...pupilNumbersIn(folded.text),
    ...nationalInsuranceNumbersIn(folded.text),
    ...birthDatesIn(folded.text, context.today, known),
    ...emailAddressesIn(folded.text),
    ...phoneNumbersIn(folded.text),
    ...postcodesIn(folded.text),
    ...streetAddressesIn(folded.text),
  ].map((sighting) => asWritten(folded, sighting));
  const sentences = sentencesOf(text);
  const inWords = [...childNamesIn(sentences, known), ...singledOutChildrenIn(sentences)];
  return withoutOverlaps([...inFolded, ...inWords]).map(findingFrom);
}

/** The text with each finding replaced by what it was, in brackets. The findings must be of this very text. */
export function maskPersonalData(text: string, findings: readonly PersonalDataFinding[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, mask } of [...findings].sort((first, second) => first.start - second.start)) {
    if (start < done) continue;
    parts.push(text.slice(done, start), mask);
    done = end;
  }
  return parts.join('') + text.slice(done);
}

function asWritten(folded: FoldedText, sighting: Sighting): Sighting {
  return { ...sighting, start: folded.startOf(sighting.start), end: folded.endOf(sighting.end - 1) };
}

/** Which kind wins where two overlap: the certain ones, then the exact ones, then wording. */
const order: readonly PersonalDataType[] = [
  'nhs_number',
  'upn',
  'ni_number',
  'date_of_birth',
  'email',
  'phone',
  'address',
  'person_name',
  'small_group',
];

function rank({ type, certain }: Sighting): number {
  return order.indexOf(type) - (certain ? order.length : 0);
}

/** The better sighting keeps its place; what is left of a wording around it stays, in its longest piece. */
function withoutOverlaps(sightings: readonly Sighting[]): readonly Sighting[] {
  const byRank = merged(sightings).sort((a, b) => rank(a) - rank(b) || b.end - b.start - (a.end - a.start));
  const taken = new TakenSpans();
  const kept = byRank.flatMap((sighting) => {
    const piece =
      sighting.type === 'small_group'
        ? taken.longestFreePiece(sighting)
        : taken.isFree(sighting)
          ? sighting
          : null;
    if (piece === null) return [];
    taken.take(piece);
    return [piece];
  });
  return kept.sort((a, b) => a.start - b.start);
}

/** Several rules may see the same child: their wordings become one. */
function merged(sightings: readonly Sighting[]): Sighting[] {
  const others = sightings.filter(({ type }) => type !== 'small_group');
  const wordings: Sighting[] = [];
  for (const wording of sightings
    .filter(({ type }) => type === 'small_group')
    .sort((a, b) => a.start - b.start)) {
    const last = wordings.at(-1);
    if (last !== undefined && wording.start <= last.end)
      wordings[wordings.length - 1] = { ...last, end: Math.max(last.end, wording.end) };
    else wordings.push(wording);
  }
  return [...others, ...wordings];
}

/** The places of a text that a finding holds already. */
class TakenSpans {
  private readonly places = new Set<number>();

  isFree({ start, end }: Sighting): boolean {
    for (let place = start; place < end; place += 1) if (this.places.has(place)) return false;
    return true;
  }

  take({ start, end }: Sighting): void {
    for (let place = start; place < end; place += 1) this.places.add(place);
  }

  longestFreePiece(sighting: Sighting): Sighting | null {
    let best: Sighting | null = null;
    let from = sighting.start;
    for (let place = sighting.start; place <= sighting.end; place += 1) {
      if (place < sighting.end && !this.places.has(place)) continue;
      if (place - from > (best === null ? 2 : best.end - best.start))
        best = { ...sighting, start: from, end: place };
      from = place + 1;
    }
    return best;
  }
}
