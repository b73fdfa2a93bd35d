import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type TurnContext,
} from 'botbuilder';
import {
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { appId, councilTenant, issuer, type FakeTeams } from '../test/platforms/teams/fake-teams.ts';

/** What anybody builds in an afternoon: botbuilder's own adapter, its own client, and an answer to each message. */
export function echoBot(fake: FakeTeams, authorization: string): (said: object) => Promise<void> {
  const openIdUrl = fake.openIdUrl;
  // The stand-in asks for no token, so that what is measured is botbuilder and not a login service.
  const credentials: Pick<
    ServiceClientCredentialsFactory,
    'isValidAppId' | 'isAuthenticationDisabled' | 'createCredentials'
  > = Object.assign(new PasswordServiceClientCredentialFactory(appId, '', councilTenant), {
    createCredentials: () =>
      Promise.resolve({ signRequest: <Request>(request: Request) => Promise.resolve(request) }),
  });
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(
      {
        ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/x',
        ToChannelFromBotOAuthScope: issuer,
        ToBotFromChannelTokenIssuer: issuer,
        OAuthUrl: issuer,
        ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
        ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
        CallerId: '',
      },
      credentials,
    ),
  );
  return (said) =>
    adapter.processActivityDirect(authorization, said as Activity, async (context: TurnContext) => {
      await context.sendActivity(`Echo: ${context.activity.text}`);
    });
}
