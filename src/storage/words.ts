/** The stored word as one of the words of a type; a word from elsewhere is a fault in the data and is thrown. */
export function oneOf<const T extends string>(allowed: readonly T[], stored: string): T {
  const found = allowed.find((word) => word === stored);
  if (found === undefined)
    throw new Error(`The database holds the word "${stored}"; it can only be ${allowed.join(', ')}.`);
  return found;
}

export function oneOfOrNull<const T extends string>(allowed: readonly T[], stored: string | null): T | null {
  return stored === null ? null : oneOf(allowed, stored);
}
