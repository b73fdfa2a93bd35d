import { audienceParts, audiencesOf, parseAudience, slugOf, type Audience } from './audience.ts';
import type { Plan } from './plan.ts';

/** The fewest letters by which a theme or an organisation is found. */
const fewestLetters = 3;

/**
 * The audience somebody names: `board`, `whole partnership`, `theme safety`, `partner wmp`, or a theme's, an organisation's or an aligned
 * board's name alone, in any case. The beginning of a name is enough where it fits one only. Null where nothing, or more than one, fits.
 */
export function audienceNamed(text: string, plan: Plan): Audience | null {
  const wanted = text
    .trim()
    .toLowerCase()
    .replace(/^(?:the|all)\s+/, '')
    .replace(/\s+/g, ' ');
  const exact = parseAudience(wanted, plan);
  if (exact) return exact;
  if (/^(?:board|partnership board)$/.test(wanted) || wanted === plan.partnership.boardName.toLowerCase())
    return 'board';
  if (/^(?:whole partnership|everybody|everyone|all partners|whole)$/.test(wanted)) return 'partnership';
  const [, kind, rest = ''] = /^(theme|partner|organisation|aligned(?: board)?)\s+(.+)$/.exec(wanted) ?? [];
  const name = kind === undefined ? wanted : rest;
  const named = audiencesOf(plan)
    .map((audience) => ({ audience, names: namesOf(audience, plan) }))
    .filter(({ audience }) => fits(kind, audience));
  const whole = named.filter(({ names }) => names.includes(name));
  const found =
    whole.length > 0 || name.length < fewestLetters
      ? whole
      : named.filter(({ names }) => names.some((each) => each.startsWith(name)));
  const [only] = found;
  return only && found.length === 1 ? only.audience : null;
}

function fits(kind: string | undefined, audience: Audience): boolean {
  const own = audienceParts(audience).kind;
  if (own === 'board' || own === 'partnership') return false;
  if (kind === undefined) return true;
  return kind === 'organisation' ? own === 'partner' : kind.startsWith(own);
}

function namesOf(audience: Audience, plan: Plan): readonly string[] {
  const { kind, code } = audienceParts(audience);
  const names = {
    board: [],
    partnership: [],
    theme: plan.themes
      .filter((theme) => theme.code === code)
      .flatMap(({ label, indicatorHeading, aliases }) => [label, indicatorHeading, ...aliases]),
    partner: plan.organisations.filter((each) => each.code === code).map((each) => each.name),
    aligned: plan.alignedBoards.filter((name) => slugOf(name) === code),
  };
  return [code, ...names[kind]].map((name) => name.toLowerCase());
}
