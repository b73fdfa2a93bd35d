/** Where Teams is spoken to. Every address is held against this before anything is sent there, and again when a stored one is used. */
export interface ServiceAddresses {
  readonly isAllowed: (url: string) => boolean;
  /** Where the connector of a tenant is found before that tenant has said so itself; left out = nowhere. */
  readonly first?: string;
}

/** The connector's hosts of the public cloud. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages */
const publicHosts: readonly string[] = ['smba.trafficmanager.net', '*.botframework.com'];

/** Plain letters, digits and dots only: no port, no user, no number in place of a name, nothing that only looks like a dot. */
const plainAddress = /^https:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)(\/[\w.~:@=;%/-]*)?$/i;

/** Of Teams itself; `more` are the hosts of a government cloud, e.g. `smba.infra.gcc.teams.microsoft.com`. */
export function teamsAddresses(more: readonly string[] = []): ServiceAddresses {
  return { isAllowed: (url) => isHostOf(url, [...publicHosts, ...more]), first: firstAddress(more) };
}

/** Where the connector is spoken to first: where hosts of a government cloud are named, its own tenants are there and not in the public one. */
export function firstAddress(more: readonly string[] = []): string {
  const [host = 'smba.trafficmanager.net'] = more.filter((each) => !each.startsWith('*.'));
  return `https://${host}/teams/`;
}

/** Where files that a person accepted are put: their own OneDrive. */
export function fileAddresses(): ServiceAddresses {
  return {
    isAllowed: (url) => isHostOf(url.replace(/\?[^#\s]*$/, ''), ['*.sharepoint.com', '*.sharepoint.us']),
  };
}

/** For a stand-in of Teams on this machine: loopback only, and nothing else. */
export function loopbackAddresses(): ServiceAddresses {
  return { isAllowed: (url) => /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]):\d{1,5}(?:\/|$)/i.test(url) };
}

function isHostOf(url: string, hosts: readonly string[]): boolean {
  const host = plainAddress.exec(url)?.[1]?.toLowerCase();
  // A name whose last part is a number is an address in disguise.
  if (host === undefined || /(?:^|\.)(?:\d+|0x[0-9a-f]+)$/.test(host)) return false;
  return hosts.some((allowed) =>
    allowed.startsWith('*.')
      ? host.endsWith(allowed.slice(1)) && host.length > allowed.length - 1
      : host === allowed,
  );
}
