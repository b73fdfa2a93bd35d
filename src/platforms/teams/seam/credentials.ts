interface CredentialsBase {
  readonly appId: string;
  /** The tenant in which the app is registered, in small letters; empty for the older multi-tenant bots. */
  readonly homeTenantId: string;
}

/** How the bot proves who it is. `none`: a stand-in on this machine asks for nothing. `given`: a token made elsewhere. */
export type BotCredentials = CredentialsBase &
  (
    | { readonly kind: 'none' }
    | { readonly kind: 'given'; readonly authorization: () => Promise<string> }
    | { readonly kind: 'secret'; readonly secret: string }
    /** Both in PEM. */
    | { readonly kind: 'certificate'; readonly certificate: string; readonly privateKey: string }
    | { readonly kind: 'managed_identity' }
    /** The client id of the managed identity that the app trusts. */
    | { readonly kind: 'federated'; readonly clientId: string }
  );
