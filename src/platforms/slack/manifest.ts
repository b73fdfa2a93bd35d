import type { AppsManifestValidateArguments } from '@slack/web-api';
import { slackPath } from './doors/http-door.ts';
import { botScopes } from './install/scopes.ts';
import { handledCommands, handledEvents } from './talk/slack-app.ts';

/** Slack's own type of a manifest: a scope or event that does not exist does not compile. */
type Manifest = Exclude<AppsManifestValidateArguments['manifest'], string>;

/**
 * bcp as Slack is told of it. `publicUrl` null = Socket Mode, where no address is needed. `manifests/slack/*.json` are written from this
 * (`npx tsx scripts/slack-manifest.ts`), and a test holds them equal to what the program handles.
 */
export function slackManifest(publicUrl: string | null): Manifest {
  const url = publicUrl === null ? {} : { url: publicUrl + slackPath };
  const requestUrl = publicUrl === null ? {} : { request_url: publicUrl + slackPath };
  return {
    display_information: {
      name: 'bcp',
      description: 'Your partnership’s secretary: monthly updates, status and the board’s digest.',
      long_description:
        'bcp asks every action owner once a month how it is going, in one message, and takes the answer by form or in their own words. Board members type /bcp status and see at once where the plan stands. The secretariat opens the month, moderates, and posts the digest. bcp never asks about a child and keeps what points to one out of everything it stores.',
      background_color: '#1D4E89',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'bcp', always_online: true },
      slash_commands: handledCommands.map((command) => ({
        command,
        description: 'Status, update, and everything else: /bcp help',
        usage_hint: 'status safe | update | help',
        should_escape: true,
        ...url,
      })),
    },
    oauth_config: {
      scopes: { bot: [...botScopes] as never },
      ...(publicUrl === null ? {} : { redirect_urls: [`${publicUrl}/slack/oauth_redirect`] }),
    },
    settings: {
      event_subscriptions: { bot_events: [...handledEvents] as never, ...requestUrl },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: publicUrl === null,
      token_rotation_enabled: false,
    },
  };
}
