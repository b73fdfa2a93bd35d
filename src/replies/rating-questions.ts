import { ratingLooks, type ActionRating } from '../plan/rating.ts';
import type { BoundRating } from './bound-rating.ts';
import type { AskedAction } from './reply-context.ts';
import type { QuestionOption, ReplyQuestion } from './reply-reading.ts';
import type { Settled } from './settle-ratings.ts';

type DoubtSettled = Extract<Settled, { kind: 'doubt' }>;

/** The question about one action's rating, with the readings that are possible as buttons. */
export function askAboutRating(action: AskedAction, doubt: DoubtSettled): ReplyQuestion {
  const candidates = doubt.candidates.length > 1 ? doubt.candidates : withUsual(doubt.candidates);
  return {
    about: action.code,
    text: `${whyText(doubt)} What is ${nameOf(action)} this month?`,
    options: candidates.map((rating) => option(rating, [action.code])),
  };
}

function whyText({ why, candidates, said }: DoubtSettled): string {
  const words = candidates.map((rating) => ratingLooks[rating].word.toLowerCase()).join(' or ');
  switch (why) {
    case 'several':
      return 'I read more than one rating.';
    case 'open':
      return `That could be ${words}.`;
    case 'unsure':
      return `I am not certain that you rated it ${words}.`;
    case 'not_today':
      return 'I read what it was, will be or is not.';
    case 'part':
      return `You said ${ratingLooks[candidates[0] ?? 'amber'].word.toLowerCase()} of “${said.find(({ part }) => part !== null)?.part ?? 'a part of it'}”.`;
    case 'no_last':
      return 'There is no rating from last month to repeat.';
    case 'not_same':
      return 'You said that nothing has changed, and gave another rating than last month.';
    case 'taken_back':
      return 'You took that back.';
  }
}

/** A bare rating with several actions asked. */
export function askWhichAction(actions: readonly AskedAction[], said: readonly BoundRating[]): ReplyQuestion {
  const ratings = [...new Set(said.flatMap(({ mention }) => mention?.ratings ?? []))];
  const only = ratings[0];
  if (only !== undefined && ratings.length === 1) {
    const each = actions.map((action) => ({
      ...option(only, [action.code]),
      label: `${action.code} ${action.label}`,
    }));
    const all = {
      ...option(
        only,
        actions.map(({ code }) => code),
      ),
      label: actions.length === 2 ? 'Both' : `All ${actions.length}`,
    };
    return {
      about: null,
      text: `Which action is ${ratingLooks[only].word.toLowerCase()}?`,
      options: [...each, all],
    };
  }
  const inOrder = said.map(({ mention }) => mention?.ratings[0]).filter((rating) => rating !== undefined);
  if (inOrder.length !== actions.length)
    return { about: null, text: 'Which rating is for which action?', options: [] };
  const updates = actions.map(({ code }, index) => ({
    code,
    rating: inOrder[index] ?? 'amber',
    sameAsLast: false,
  }));
  const label = updates
    .map(({ code, rating }) => `${code} ${ratingLooks[rating].word.toLowerCase()}`)
    .join(', ');
  return {
    about: null,
    text: 'Which rating is for which action?',
    options: [{ label, apply: { updates, measures: [], delegate: null } }],
  };
}

/** "Support is red" where two titles speak of support. */
export function askWhichOf(
  actions: readonly AskedAction[],
  codes: readonly string[],
  ratings: readonly ActionRating[],
): ReplyQuestion {
  const rating = ratings[0];
  const among = actions.filter(({ code }) => codes.includes(code));
  const options =
    rating === undefined
      ? []
      : among.map((action) => ({ ...option(rating, [action.code]), label: nameOf(action) }));
  return { about: null, text: 'Which action do you mean?', options };
}

export function askForRating(action: AskedAction): ReplyQuestion {
  return {
    about: action.code,
    text: `I found no rating in that. What is ${nameOf(action)} this month?`,
    options: withUsual([]).map((rating) => option(rating, [action.code])),
  };
}

export function askForRatings(actions: readonly AskedAction[]): ReplyQuestion {
  return {
    about: null,
    text: `I found no rating in that. How are ${actions.map(({ code }) => code).join(', ')} this month?`,
    options: [],
  };
}

export function askAboutNotAsked(codes: readonly string[], actions: readonly AskedAction[]): ReplyQuestion {
  const own = actions.map(({ code }) => code).join(', ');
  const named = codes.join(' and ');
  return {
    about: null,
    text: `You named ${named}, which I did not ask you about, so I recorded nothing for it.${own === '' ? '' : ` I asked about ${own}.`} What did you mean?`,
    options: [],
  };
}

function nameOf(action: AskedAction): string {
  return action.label === '' ? action.code : `${action.code} (${action.label})`;
}

function withUsual(candidates: readonly ActionRating[]): readonly ActionRating[] {
  return [...new Set<ActionRating>([...candidates, 'red', 'amber', 'green'])];
}

function option(rating: ActionRating, codes: readonly string[]): QuestionOption {
  return {
    label: ratingLooks[rating].word,
    apply: {
      updates: codes.map((code) => ({ code, rating, sameAsLast: false })),
      measures: [],
      delegate: null,
    },
  };
}
