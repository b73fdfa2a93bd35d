import { passesFilters, type StatusFilter } from '../plan/status-filters.ts';
import type { StatusTarget } from '../plan/status-target.ts';
import type { ActionPicture, CountedAction, MeasurePicture, PlanPicture } from '../plan/plan-picture.ts';

/** What a status is about: a thing, narrowed by filters, as seen by one person. */
export interface Scope {
  readonly target: StatusTarget;
  readonly filters: readonly StatusFilter[];
  readonly personId: string;
}

/** The part of a picture that a status shows. */
export interface ScopedPicture {
  /** Everything the target is about, before filters: what freshness and history are told of. */
  readonly all: readonly CountedAction[];
  readonly shown: readonly ActionPicture[];
  readonly countedOnly: readonly CountedAction[];
  readonly measures: readonly MeasurePicture[];
  readonly sensitiveMeasures: number;
}

export function scopePicture(picture: PlanPicture, scope: Scope): ScopedPicture {
  const { target } = scope;
  const actions = picture.actions.filter((action) => isAbout(action, target));
  const counted = picture.countedOnly.filter((action) => isAbout(action, target));
  const passes = (action: CountedAction) =>
    passesFilters(scope.filters, factsOf(action, picture, scope.personId));
  const shown = actions.filter(passes);
  const countedOnly = counted.filter(passes);
  const codes = new Set([...shown, ...countedOnly].flatMap(({ action }) => action.measureCodes));
  return {
    all: [...actions, ...counted],
    shown,
    countedOnly,
    measures: picture.measures.filter((measure) => isMeasureIn(measure, scope, codes)),
    sensitiveMeasures: sensitiveIn(picture, scope, codes),
  };
}

function isAbout({ action, owner, mayAnswer }: CountedAction, { kind, code }: StatusTarget): boolean {
  switch (kind) {
    case 'everything':
      return true;
    case 'outcome':
      return action.serves.includes(code);
    case 'theme':
      return action.themeCode === code;
    case 'action':
      return action.code === code;
    case 'person':
      return mayAnswer.includes(code);
    case 'organisation':
      return owner?.organisationCode === code;
    case 'measure':
      return action.measureCodes.includes(code);
    case 'indicator':
      return false;
  }
}

function factsOf(action: CountedAction, picture: PlanPicture, personId: string) {
  const { shown, before, soFar } = action;
  const { asOf, lateFrom, collecting } = picture;
  return {
    shown,
    isLate:
      shown === 'no_update' ||
      (shown === 'awaited' && asOf >= lateFrom) ||
      (soFar === 'awaited' && collecting !== null && asOf >= collecting.lateFrom),
    isMine: action.mayAnswer.includes(personId),
    hasChanged: before !== null && shown !== 'awaited' && before !== shown,
    hasAsk: 'content' in action && hasAsk(action.content),
  };
}

function hasAsk(content: unknown): boolean {
  return typeof content === 'object' && content !== null && 'ask' in content && content.ask !== null;
}

/** A theme and the whole plan have measures of their own; everything else has those of its actions, and a person those they answer for. */
function isMeasureIn(
  { measure, mayAnswer, owner }: MeasurePicture,
  { target, filters, personId }: Scope,
  codes: ReadonlySet<string>,
): boolean {
  if (filters.includes('mine') && !mayAnswer.includes(personId)) return false;
  const isNarrowed = filters.some((filter) => filter !== 'mine');
  if (isNarrowed) return codes.has(measure.code);
  if (target.kind === 'everything') return true;
  if (target.kind === 'theme') return measure.themeCode === target.code;
  if (target.kind === 'person') return mayAnswer.includes(target.code);
  if (target.kind === 'organisation') return owner?.organisationCode === target.code;
  return codes.has(measure.code);
}

function sensitiveIn(picture: PlanPicture, { target, filters }: Scope, codes: ReadonlySet<string>): number {
  const isNarrowed = filters.length > 0;
  const sensitive = new Set(picture.sensitiveMeasures);
  const measures = picture.plan.indicators.flatMap((indicator) => indicator.measures);
  return measures
    .filter(({ code }) => sensitive.has(code))
    .filter(({ code, themeCode }) =>
      isNarrowed
        ? codes.has(code)
        : target.kind === 'everything' ||
          (target.kind === 'theme' ? themeCode === target.code : codes.has(code)),
    ).length;
}
