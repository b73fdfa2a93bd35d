import type { Records } from './ports/store.ts';

/**
 * What may stand at the top and the bottom of every page. OFFICIAL is the default and need not be marked; SENSITIVE is a handling caveat, with
 * a descriptor where one fits. https://www.gov.uk/government/publications/government-security-classifications
 */
export const markings = [
  'OFFICIAL',
  'OFFICIAL-SENSITIVE',
  'OFFICIAL-SENSITIVE PERSONAL',
  'OFFICIAL-SENSITIVE COMMERCIAL',
] as const;

export function isMarking(text: string): boolean {
  return markings.some((marking) => marking === text);
}

/** Papers with this marking go to channels as counts only (DESIGN section 10). */
export function isSensitive(marking: string): boolean {
  return /SENSITIVE/i.test(marking);
}

/** The partnership's marking. */
export async function readMarking(records: Pick<Records, 'settings'>): Promise<string> {
  const marking = await records.settings.get('marking');
  return typeof marking === 'string' && marking !== '' ? marking : 'OFFICIAL';
}
