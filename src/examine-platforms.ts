import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Clock } from './kit/clock.ts';
import type { Log } from './kit/log.ts';
import { programFolder } from './storage/migrate/migration-files.ts';
import type { Deps } from './use-cases/deps.ts';
import type { Finding } from './use-cases/examine-partnership.ts';

/** Whether bcp can do its work where it is connected. `deps` is null where there is no database that could be opened. */
export async function examinePlatforms(
  { slack, teams }: Config,
  clock: Clock,
  log: Log,
  deps: Deps | null,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  // Each loaded only where it is used, as when bcp starts.
  if (slack) {
    const { examineSlack } = await import('./platforms/slack/examine.ts');
    findings.push(...(await examineSlack({ settings: slack, clock, log, deps })));
  }
  if (teams) {
    const { examineTeams } = await import('./platforms/teams/examine.ts');
    const packageFile = join(programFolder, 'dist', 'bcp-teams.zip');
    findings.push(...(await examineTeams({ settings: teams, clock, log, packageFile })));
  }
  if (!slack && !teams)
    findings.push({
      about: 'Slack and Teams',
      state: 'look',
      words:
        'Neither is connected, so nothing reaches anybody: npm start opens the rehearsal room. See docs/slack.md, docs/teams.md.',
    });
  return findings;
}
