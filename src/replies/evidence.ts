/** Addresses in the text, and what stands behind "Evidence:" where that is no address. */
export function evidenceIn(text: string, links: readonly string[]): readonly string[] {
  const named = [
    ...text.matchAll(
      /(?:^|\n|[.;] )(?:evidence|see attached|source|link|report)\s*[:–-]\s*([^\n;]{3,300})/gi,
    ),
  ]
    .map((match) =>
      (match[1] ?? '')
        .replace(/https?:\/\/\S+/gi, '')
        .replace(/[\s.,(]+$/, '')
        .trim(),
    )
    .filter((words) => /\p{L}{3}/u.test(words) && !/^(?:none|n\/a|no|to follow|tbc)\b/i.test(words));
  return [...new Set([...named, ...links])];
}
