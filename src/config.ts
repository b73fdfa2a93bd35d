import { existsSync } from 'node:fs';
import { z } from 'zod';
import { failure, success, type Result } from './kit/result.ts';
import type { SlackSettings } from './platforms/slack/connect.ts';
import { readSlackSettings, slackSettingShape } from './platforms/slack/read-settings.ts';
import { readTeamsSettings, teamsSettingShape, type TeamsSettings } from './platforms/teams/settings.ts';

/** Every setting, with its default. `.env.example` says each in a sentence, and a test holds the two equal. */
const schema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .optional(),
  BCP_DATA_DIR: z.string().min(1).default('data'),
  BCP_HOST: z.enum(['127.0.0.1', '0.0.0.0', '::1', '::']).default('127.0.0.1'),
  BCP_PORT: z.coerce.number().int().min(0).max(65_535).default(3900),
  BCP_LOG_LEVEL: z.enum(['info', 'warn', 'error', 'silent']).default('info'),
  BCP_REHEARSAL_START: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month like 2026-11')
    .optional(),
  ...teamsSettingShape,
  ...slackSettingShape,
});

export interface Config {
  /** A PostgreSQL server; null = the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly logLevel: 'info' | 'warn' | 'error' | 'silent';
  /** The month in which a new rehearsal begins; null = this month. */
  readonly rehearsalStart: string | null;
  /** How Slack is connected; null = not at all. */
  readonly slack: SlackSettings | null;
  /** Null = Teams is not connected. */
  readonly teams: TeamsSettings | null;
}

/** The names of all settings, for the test that compares them with `.env.example`. */
export const settingNames: readonly string[] = Object.keys(schema.shape);

/** Reads the settings; every mistake is named with what would be right. Empty counts as not set. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Config, readonly string[]> {
  const set = Object.fromEntries(
    settingNames.flatMap((name) =>
      environment[name] === undefined || environment[name] === '' ? [] : [[name, environment[name]]],
    ),
  );
  const parsed = schema.safeParse(set);
  if (!parsed.success)
    return failure(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  const { data } = parsed;
  const slack = readSlackSettings(data);
  if (!slack.ok) return slack;
  const teams = readTeamsSettings(data, data.BCP_HOST);
  if (!teams.ok) return teams;
  return success({
    databaseUrl: data.DATABASE_URL ?? null,
    dataDir: data.BCP_DATA_DIR,
    host: data.BCP_HOST,
    port: data.BCP_PORT,
    logLevel: data.BCP_LOG_LEVEL,
    rehearsalStart: data.BCP_REHEARSAL_START ?? null,
    slack: slack.value,
    teams: teams.value,
  });
}

/**
 * The settings of this process: the one place that reads the environment. A file `.env` in the folder that the program is started in is read
 * too; what the environment says already counts before it.
 */
export function readProcessConfig(): Result<Config, readonly string[]> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig(process.env);
}
