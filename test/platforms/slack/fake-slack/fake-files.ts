export interface FakeFile {
  readonly name: string;
  readonly size: number;
  /** The channel it was shared in. */
  shared: string | null;
  complete: boolean;
  /** How many calls with it are still refused, as Slack has not looked at it yet. */
  refusals: number;
}

/** A picture that is not there, or that Slack has not looked at yet, makes it refuse everything around it. */
export function pictureError(files: ReadonlyMap<string, FakeFile>, blocks: unknown): string | null {
  const shown = [...JSON.stringify(blocks).matchAll(/"slack_file":\{"id":"([^"]*)"/g)];
  for (const [, id = ''] of shown) {
    const file = files.get(id);
    if (file?.complete !== true) return 'invalid_blocks';
    if (file.refusals === 0) continue;
    file.refusals -= 1;
    return 'invalid_blocks';
  }
  return null;
}
