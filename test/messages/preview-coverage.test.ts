import { readdirSync, readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { gatherMessages } from '../../scripts/preview/gather-messages.ts';
import { slackHomes } from '../../scripts/preview/slack-surfaces.ts';

const folder = 'src/messages';

/** Functions of a file that make a whole message, by name. */
function buildersIn(source: string): readonly string[] {
  return source
    .split(/^export function /m)
    .slice(1)
    .flatMap((rest) => {
      const [, name = ''] = /^(\w+)/.exec(rest) ?? [];
      const [, gives = ''] = /\): ([^{]+?) \{$/m.exec(rest) ?? [];
      return /^(?:readonly )?Message(?:\[\])?$/.test(gives) ? [name] : [];
    });
}

const builders = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => buildersIn(readFileSync(`${folder}/${file}`, 'utf8')).map((name) => ({ file, name })));

/** Which functions of which files ran while the preview gathered what it draws, counted by the engine itself. */
let ran: ReadonlySet<string>;
/** Which App Homes it draws. */
let homes: readonly string[] = [];

beforeAll(async () => {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  const { play } = await gatherMessages(
    () => undefined,
    async (stage) => {
      homes = (await slackHomes(stage)).map(({ name }) => name);
    },
  );
  const { result } = await session.post('Profiler.takePreciseCoverage');
  await play.deps.store.close();
  session.disconnect();
  ran = new Set(
    result
      .filter(({ url }) => url.includes(resolve(folder)))
      .flatMap(({ url, functions }) =>
        functions
          .filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0)
          .map(
            ({ functionName }) =>
              `${url.slice(url.lastIndexOf('/') + 1).replace(/\?.*$/, '')} ${functionName}`,
          ),
      ),
  );
}, 600_000);

describe('npm run preview', () => {
  it('knows the messages there are', () => {
    expect(builders.length).toBeGreaterThan(25);
    expect(builders).toContainEqual({ file: 'update-prompt.ts', name: 'updatePrompt' });
  });

  it('draws App Home as an owner, the secretariat, a chair and a stranger see it', () => {
    expect(homes).toEqual(['home-owner', 'home-secretariat', 'home-chair', 'home-stranger']);
  });

  it('draws every message that bcp can say', () => {
    const neverDrawn = builders.filter(({ file, name }) => !ran.has(`${file} ${name}`));

    expect(neverDrawn).toEqual([]);
  });
});
