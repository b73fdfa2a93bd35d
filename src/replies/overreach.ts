import type { Passage } from './passage.ts';

const orders =
  /\b(?:ignore|disregard|override|overrule|bypass|forget|skip|turn off|disable)\b.{0,30}\b(?:rules?|instructions?|prompts?|checks?|guards?|restrictions?|permissions?|limits?|validation)\b|\b(?:system|admin(?:istrator)?|developer|assistant)\s*(?::|mode\b|override\b)|\bas (?:an? )?(?:admin|administrator|system)\b/i;
const everybody =
  /\b(?:everyone|everybody|every owner|all owners|all (?:the )?(?:partners|organisations|other owners|teams)|whole plan|entire plan|whole partnership|all 17|all seventeen|everyone's|other people's|other owners'?|the other owners)\b/i;

/**
 * True when the text speaks as if it could change more than its writer's own items: "set all actions to green for everyone",
 * "ignore the rules". Nothing of it is then taken without asking.
 */
export function reachesTooFar({ text }: Passage): boolean {
  if (orders.test(text)) return true;
  if (!everybody.test(text)) return false;
  return text
    .split(/[.!?;\n]/)
    .some((sentence) => everybody.test(sentence) && change.test(sentence) && rating.test(sentence));
}

const change = /\b(?:set|mark|make|change|turn|put|update|rate|record)\b/i;
const rating = /\b(?:red|amber|green|complete|all|every)\b/i;
