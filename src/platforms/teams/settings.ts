import { z } from 'zod';
import { failure, success, type Result } from '../../kit/result.ts';
import type { WayOut } from './seam/proxy.ts';

const guid = z
  .string()
  .regex(
    /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    'must be an id like 11111111-2222-3333-4444-555555555555',
  )
  .transform((text) => text.toLowerCase());

const listOf = (each: RegExp, words: string) =>
  z
    .string()
    .transform((text) =>
      text
        .toLowerCase()
        .split(/[\s,]+/)
        .filter((part) => part !== ''),
    )
    .refine((parts) => parts.every((part) => each.test(part)), words);

/** The settings of Teams, for `config.ts`; `.env.example` says each in a sentence. */
export const teamsSettingShape = {
  BCP_TEAMS: z.enum(['off', 'on', 'local']).default('off'),
  BCP_TEAMS_PUBLIC_HOST: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'must be a host name like bcp.example.org')
    .optional(),
  BCP_TEAMS_APP_ID: guid.optional(),
  BCP_TEAMS_HOME_TENANT: guid.optional(),
  BCP_TEAMS_TENANTS: listOf(/^[0-9a-f-]{36}$/, 'must be tenant ids, with commas between them').optional(),
  BCP_TEAMS_SECRET: z.string().optional(),
  BCP_TEAMS_CERTIFICATE_FILE: z.string().optional(),
  BCP_TEAMS_KEY_FILE: z.string().optional(),
  BCP_TEAMS_MANAGED_IDENTITY: z
    .union(
      [z.literal('app'), guid],
      'must be "app", or the client id of the managed identity that the app trusts',
    )
    .optional(),
  BCP_TEAMS_SERVICE_HOSTS: listOf(
    /^(\*\.)?[a-z0-9.-]+$/,
    'must be host names, with commas between them',
  ).optional(),
  HTTPS_PROXY: z.string().default(''),
  NO_PROXY: z.string().default(''),
};

/** What Teams is connected with; null = not at all. */
export type TeamsSettings =
  | {
      readonly mode: 'on';
      /** The name under which Teams reaches bcp, in small letters. */
      readonly publicHost: string;
      readonly appId: string;
      readonly homeTenantId: string;
      readonly tenants: readonly string[];
      readonly proof:
        | { readonly kind: 'secret'; readonly secret: string }
        | { readonly kind: 'certificate'; readonly certificateFile: string; readonly keyFile: string }
        | { readonly kind: 'managed_identity' }
        | { readonly kind: 'federated'; readonly clientId: string };
      readonly serviceHosts: readonly string[];
      readonly wayOut: WayOut;
    }
  /** A stand-in of Teams on this machine; nobody proves anything, so nobody else may reach it. */
  | { readonly mode: 'local' };

export type GivenTeamsSettings = z.infer<z.ZodObject<typeof teamsSettingShape>>;

/**
 * Puts the settings together. With Teams on, what lets it be safe must be there: without an app id the SDK would let everybody
 * in, so bcp does not start. Each error is a sentence that names its setting.
 */
export function readTeamsSettings(
  given: GivenTeamsSettings,
  host: string,
): Result<TeamsSettings | null, readonly string[]> {
  if (given.BCP_TEAMS === 'off') return success(null);
  if (given.BCP_TEAMS === 'local') {
    return host === '127.0.0.1' || host === '::1'
      ? success({ mode: 'local' })
      : failure(['BCP_TEAMS=local works on this machine only: leave BCP_HOST at 127.0.0.1']);
  }
  return readSettingsOfOn(given);
}

function readSettingsOfOn(given: GivenTeamsSettings): Result<TeamsSettings, readonly string[]> {
  const needed = {
    BCP_TEAMS_APP_ID: 'without it anybody could speak as Teams',
    BCP_TEAMS_PUBLIC_HOST: 'the name under which Teams reaches bcp',
    BCP_TEAMS_TENANTS: 'the tenants that may use bcp',
  } as const;
  const { BCP_TEAMS_APP_ID: appId, BCP_TEAMS_PUBLIC_HOST: host, BCP_TEAMS_TENANTS: tenants } = given;
  const missing = Object.entries(needed).filter(([name]) =>
    Object.entries(given).every(
      ([setting, value]) => setting !== name || value === undefined || value.length === 0,
    ),
  );
  const problems = missing.map(([name, why]) => `${name} is needed when BCP_TEAMS=on: ${why}`);
  const proof = proofOf(given);
  if (proof === null) {
    problems.push(
      'BCP_TEAMS=on needs exactly one of BCP_TEAMS_SECRET, BCP_TEAMS_CERTIFICATE_FILE with BCP_TEAMS_KEY_FILE, BCP_TEAMS_MANAGED_IDENTITY',
    );
  }
  // The SDK fetches Teams' keys through a plain proxy only.
  if (given.HTTPS_PROXY !== '' && !/^http:\/\/[^/]/.test(given.HTTPS_PROXY))
    problems.push('HTTPS_PROXY must be an address like http://proxy.example:8080');
  if (proof === null || problems.length > 0 || !appId || !host || !tenants) return failure(problems);
  return success({
    mode: 'on',
    publicHost: host.toLowerCase(),
    appId,
    homeTenantId: given.BCP_TEAMS_HOME_TENANT ?? '',
    tenants,
    proof,
    serviceHosts: given.BCP_TEAMS_SERVICE_HOSTS ?? [],
    wayOut: { proxy: orNull(given.HTTPS_PROXY), noProxy: orNull(given.NO_PROXY) },
  });
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

type Proof = Extract<TeamsSettings, { readonly mode: 'on' }>['proof'];

function proofOf(given: GivenTeamsSettings): Proof | null {
  const found: Proof[] = [];
  const { BCP_TEAMS_SECRET: secret, BCP_TEAMS_CERTIFICATE_FILE: certificateFile } = given;
  const { BCP_TEAMS_KEY_FILE: keyFile, BCP_TEAMS_MANAGED_IDENTITY: identity } = given;
  if (secret !== undefined) found.push({ kind: 'secret', secret });
  if (certificateFile !== undefined && keyFile !== undefined)
    found.push({ kind: 'certificate', certificateFile, keyFile });
  if (identity === 'app') found.push({ kind: 'managed_identity' });
  else if (identity !== undefined) found.push({ kind: 'federated', clientId: identity });
  const [only, ...others] = found;
  return only && others.length === 0 ? only : null;
}
