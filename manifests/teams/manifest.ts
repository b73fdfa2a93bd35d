/** What the app package is made for. */
export interface ManifestOptions {
  /** The app (client) id of the app registration, which is the bot's id too. */
  readonly appId: string;
  /** Where bcp is served, without `https://`, e.g. `bcp.example.org`. */
  readonly host: string;
  readonly version: string;
}

const commands = [
  [
    'status',
    'How an outcome, theme, action, organisation or person stands: status safe, status IC5, status red',
  ],
  ['update', 'Your update for this month, as a form'],
  ['prompt', 'What you are asked this month, as it stands now'],
  ['undo', 'Take back what you sent last'],
  ['help', 'Everything that bcp does for you'],
] as const;

const office = [
  ['cycle', 'Where the month stands; open, close or change it'],
  ['digest', 'Draft, approve, post or export the digest'],
  ['moderate', 'Moderate a rating, with a reason: moderate IC5 red because …'],
  ['people', 'Who is who, and how each is reached'],
  ['deliveries', 'What was sent and what did not arrive'],
  ['remind', 'Remind those who are late, or one person'],
  ['channel', 'Where the digests are posted: in a channel, channel use for board'],
] as const;

const listed = (list: readonly (readonly [string, string])[]) =>
  list.map(([title, description]) => ({ title, description }));

/**
 * The manifest of the Teams app, for version 1.30 of its schema. The slash commands of teams and group chats are answered in
 * private; in a personal chat everything is. https://learn.microsoft.com/microsoft-365/extensibility/schema/
 */
export function teamsManifest({ appId, host, version }: ManifestOptions) {
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.schema.json',
    manifestVersion: '1.30',
    version,
    id: appId,
    developer: {
      name: 'bcp',
      websiteUrl: `https://${host}/`,
      privacyUrl: `https://${host}/privacy`,
      termsOfUseUrl: `https://${host}/terms`,
    },
    name: { short: 'bcp', full: 'bcp: the partnership secretary' },
    description: {
      short: "The partnership's secretary: one prompt a month, one digest for the board.",
      full: 'bcp asks each action owner once a month how their actions are going, records ratings, words and figures, and gives the board a digest that it can rely on. Type "status safe" ten seconds before a meeting. Please never write about a child.',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#1B5E7F',
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: true,
        isNotificationOnly: false,
        supportsTargetedMessages: true,
        commandLists: [
          { scopes: ['personal'], commands: listed([...commands, ...office]) },
          { scopes: ['team', 'groupChat'], triggers: ['mention', 'slash'], commands: listed(commands) },
        ],
      },
    ],
    supportedChannelTypes: ['sharedChannels', 'privateChannels'],
    // Since 1.25 Teams takes no package with the team scope that does not say this.
    supportsChannelFeatures: 'tier1',
    // Who reads a shared or private channel is told only to an app that asks for this in each; and only to one that names its registration.
    authorization: {
      permissions: { resourceSpecific: [{ name: 'ChannelMember.Read.Group', type: 'Application' }] },
    },
    webApplicationInfo: { id: appId, resource: `https://${host}/` },
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [host],
  };
}
