import { organisationName } from './organisation-name.ts';
import type { Plan } from './plan.ts';

/** Whom a digest or a channel is for. A theme's, a partner's and an aligned board's are named with their code. */
export type Audience =
  'board' | 'partnership' | `theme:${string}` | `partner:${string}` | `aligned:${string}`;

/** An audience taken apart. `code` is empty for the board and for the whole partnership. */
export interface AudienceParts {
  readonly kind: 'board' | 'partnership' | 'theme' | 'partner' | 'aligned';
  readonly code: string;
}

const kinds: ReadonlySet<string> = new Set(['board', 'partnership', 'theme', 'partner', 'aligned']);

export function audienceParts(audience: Audience): AudienceParts {
  const [kind = '', ...rest] = audience.split(':');
  return isKind(kind) ? { kind, code: rest.join(':') } : { kind: 'board', code: '' };
}

function isKind(kind: string): kind is AudienceParts['kind'] {
  return kinds.has(kind);
}

/** The audiences a plan knows: the board, everybody, each theme, each organisation, each aligned board. */
export function audiencesOf(plan: Plan): readonly Audience[] {
  return [
    'board',
    'partnership',
    ...plan.themes.map(({ code }): Audience => `theme:${code}`),
    ...plan.organisations.map(({ code }): Audience => `partner:${code}`),
    ...plan.alignedBoards.map((name): Audience => `aligned:${slugOf(name)}`),
  ];
}

/** The audience written like this, in any case; null where the plan knows none of that name. */
export function parseAudience(text: string, plan: Plan): Audience | null {
  const wanted = text.trim().toLowerCase();
  return audiencesOf(plan).find((audience) => audience.toLowerCase() === wanted) ?? null;
}

/** Whom it is for, in a sentence: `the Partnership Board`, `BUILD SAFETY`, `everybody in the partnership`. */
export function audienceInWords(audience: Audience, plan: Plan): string {
  const { kind, code } = audienceParts(audience);
  switch (kind) {
    case 'board':
      return plan.partnership.boardName;
    case 'partnership':
      return 'everybody in the partnership';
    case 'theme':
      return plan.themes.find((theme) => theme.code === code)?.label ?? code;
    case 'partner':
      return organisationName(plan, code);
    case 'aligned':
      return plan.alignedBoards.find((name) => slugOf(name) === code) ?? code;
  }
}

/** A name as a code: `West Midlands Police` is `west-midlands-police`. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
