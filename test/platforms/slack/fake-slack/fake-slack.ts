/* eslint-disable complexity -- one case for each method of Slack */
import type { Clock } from '../../../../src/kit/clock.ts';
import { botScopes } from '../../../../src/platforms/slack/install/scopes.ts';
import { blockError, textsIn, viewError } from './block-limits.ts';
import { bodyText, failed, json, ok } from './fake-answers.ts';
import { FakeOAuth } from './fake-oauth.ts';
import { pictureError, type FakeFile } from './fake-files.ts';
import type { FakeChannel, FakeMessage, FakeUser, Fault } from './fake-shapes.ts';

type Args = Readonly<Record<string, string>>;

/** One workspace of Slack in memory, reached through `fetch` alone: strict where Slack is strict, and broken on purpose where a test says so. */
export class FakeSlack {
  readonly team = 'T1';
  readonly token = 'xoxb-fake';
  /** The app-level token: it opens connections and nothing else. */
  readonly appToken = 'xapp-1-fake';
  readonly oauth: FakeOAuth;
  /** Where files are sent and answers are posted; a server on this machine puts its own address here. */
  origins = { files: 'https://files.slack.com', hooks: 'https://hooks.slack.com' };
  /** Makes the address of a new connection; null = Socket Mode is switched off for the app. */
  connection: (() => string) | null = null;
  /** What the token may do, as Slack says it in a header. */
  scopes: string;
  readonly bot = { id: 'UBOT', botId: 'B1' };
  readonly messages: FakeMessage[] = [];
  readonly users = new Map<string, FakeUser>();
  readonly channels = new Map<string, FakeChannel>();
  readonly views: {
    readonly id: string;
    hash: string;
    view: Record<string, unknown>;
    readonly parent: string | null;
  }[] = [];
  readonly homes = new Map<string, Record<string, unknown>>();
  readonly files = new Map<string, FakeFile>();
  readonly calls: { readonly method: string; readonly args: Args }[] = [];
  readonly #clock: Clock;
  readonly #faults = new Map<string, Fault[]>();
  readonly #late: (() => void)[] = [];
  readonly #triggers = new Map<string, { readonly at: number; used: boolean }>();
  readonly #hooks = new Map<
    string,
    { readonly at: number; readonly user: string; readonly channel: string; uses: number }
  >();
  #count = 0;
  /** Whether the key to the workspace is taken any more, and in which of its words Slack says that it is not. */
  revoked = false;
  revokedAs: 'token_revoked' | 'account_inactive' = 'token_revoked';
  /** How many calls with a new picture in them are refused, as Slack has not looked at the file yet. */
  callsBeforeFilesAreReady = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.oauth = new FakeOAuth(clock, this.team);
    this.scopes = [...botScopes].join(',');
  }

  addUser(id: string, email: string): FakeUser {
    const user = { id, email, deleted: false, guest: false, stranger: false };
    this.users.set(id, user);
    return user;
  }

  addChannel(id: string, members: readonly string[]): FakeChannel {
    const channel = { id, members: [...members, this.bot.id], shared: false, archived: false };
    this.channels.set(id, channel);
    return channel;
  }

  fault(method: string, ...faults: readonly Fault[]): void {
    this.#faults.set(method, [...(this.#faults.get(method) ?? []), ...faults]);
  }

  /** What was held back (`late`) arrives now. */
  arriveLate(): void {
    this.#late.splice(0).forEach((arrive) => arrive());
  }

  trigger(): string {
    const id = `trigger.${this.#next()}`;
    this.#triggers.set(id, { at: this.#clock.now().getTime(), used: false });
    return id;
  }

  hook(user: string, channel: string): string {
    const url = `${this.origins.hooks}/commands/${this.#next()}`;
    this.#hooks.set(url, { at: this.#clock.now().getTime(), user, channel, uses: 0 });
    return url;
  }

  dm(user: string): string {
    return `D${user}`;
  }

  /** What a person sees in a conversation, as text. */
  seen(channel: string, user: string): readonly string[] {
    return this.messages
      .filter(
        (message) => message.channel === channel && (message.onlyFor === null || message.onlyFor === user),
      )
      .map((message) => textsIn(message.blocks).join('\n'));
  }

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url.startsWith(`${this.origins.hooks}/commands/`)) return this.#respond(url, bodyText(init?.body));
    if (url.startsWith(`${this.origins.files}/upload/`)) return this.#receive(url, init?.body);
    const method = url.slice(url.lastIndexOf('/') + 1);
    const args = Object.fromEntries(new URLSearchParams(bodyText(init?.body)));
    this.calls.push({ method, args });
    const auth = new Headers(init?.headers).get('authorization') ?? `Bearer ${args['token'] ?? ''}`;
    return this.#answer(method, args, auth);
  };

  #authorised(method: string, args: Args, auth: string): Record<string, unknown> {
    if (method === 'oauth.v2.access') return this.oauth.access(args);
    if (method === 'apps.connections.open') return this.#openConnection(auth);
    if (this.revoked) return failed(this.revokedAs);
    const token = auth.replace(/^Bearer /, '');
    if (token !== this.token) {
      const issued = this.oauth.check(token);
      if (issued !== null) return failed(issued);
      if (method === 'auth.revoke') return ok({ revoked: this.oauth.revoke(token) });
    }
    return this.#run(method, args);
  }

  #openConnection(auth: string): Record<string, unknown> {
    if (auth !== `Bearer ${this.appToken}`) return failed('invalid_auth');
    return this.connection === null ? failed('socket_mode_not_enabled') : ok({ url: this.connection() });
  }

  async #answer(method: string, args: Args, auth: string): Promise<Response> {
    const fault = this.#faults.get(method)?.shift();
    const run = () => this.#authorised(method, args, auth);
    switch (fault?.kind) {
      case undefined:
        return json(run(), this.#headers());
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, fault.ms));
        return json(run(), this.#headers());
      case 'reset':
        if (fault.accepts) run();
        throw new TypeError('fetch failed', {
          cause: Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
        });
      case 'refused_connection':
        throw new TypeError('fetch failed', {
          cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
        });
      case 'status':
        if (fault.accepts) run();
        return new Response('busy', { status: fault.status });
      case 'rate_limited':
        return new Response('', {
          status: 429,
          ...(fault.seconds === null ? {} : { headers: { 'retry-after': String(fault.seconds) } }),
        });
      case 'error':
        if (fault.accepts) run();
        return json(failed(fault.error), this.#headers());
      case 'html':
        return new Response('<html>Please log in to the network</html>', { status: 200 });
      case 'late':
        this.#late.push(run);
        throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    }
  }

  #headers(): Record<string, string> {
    return { 'x-oauth-scopes': this.scopes, date: this.#clock.now().toUTCString() };
  }

  #run(method: string, args: Args): Record<string, unknown> {
    const value = (name: string) => args[name] ?? '';
    switch (method) {
      case 'auth.test':
        return ok({
          team_id: this.team,
          user_id: this.bot.id,
          bot_id: this.bot.botId,
          team: 'Birmingham',
          url: 'https://birmingham.slack.com/',
        });
      case 'chat.postMessage':
        return this.#post(args, null);
      case 'chat.postEphemeral':
        return this.channels.get(value('channel'))?.members.includes(value('user')) === true
          ? this.#post(args, value('user'))
          : failed('user_not_in_channel');
      case 'chat.update':
        return this.#update(args);
      case 'chat.delete':
        return this.#delete(value('channel'), value('ts'));
      case 'api.test':
        return ok({});
      case 'conversations.open':
        return this.#knownPerson(value('users')) ?? ok({ channel: { id: this.dm(value('users')) } });
      case 'conversations.history':
      case 'conversations.replies':
        return this.#history(method, args);
      case 'conversations.info':
        return this.#withChannel(value('channel'), (channel) =>
          ok({
            channel: {
              id: channel.id,
              name: channel.id.toLowerCase(),
              is_member: channel.members.includes(this.bot.id),
              is_archived: channel.archived,
              is_ext_shared: channel.shared,
              is_shared: channel.shared,
            },
          }),
        );
      case 'conversations.members':
        return this.#withChannel(value('channel'), (channel) =>
          ok({ members: channel.members, response_metadata: { next_cursor: '' } }),
        );
      case 'users.info':
        return this.#userInfo(value('user'));
      case 'views.open':
        return this.#openView(args);
      case 'views.update':
        return this.#updateView(args);
      case 'views.publish':
        return this.#publish(args);
      case 'files.getUploadURLExternal':
        return this.#uploadUrl(args);
      case 'files.completeUploadExternal':
        return this.#completeUpload(args);
      default:
        return failed('unknown_method');
    }
  }

  #post(args: Args, onlyFor: string | null): Record<string, unknown> {
    const to = args['channel'] ?? '';
    const refused =
      to.startsWith('U') || to.startsWith('D')
        ? this.#knownPerson(to.replace(/^D/, ''))
        : this.#knownChannel(to);
    if (refused) return refused;
    const blocks: unknown = JSON.parse(args['blocks'] ?? '[]');
    const wrong = blockError(blocks, 'message') ?? pictureError(this.files, blocks);
    if (wrong !== null) return failed(wrong);
    const clientId = args['client_msg_id'] ?? null;
    const channel = to.startsWith('U') ? this.dm(to) : to;
    const twin =
      clientId === null ? undefined : this.messages.find((message) => message.clientId === clientId);
    if (twin && this.knowsCopies) return ok({ ts: twin.ts, channel });
    const ts = this.#stamp();
    const metadata: unknown = args['metadata'] === undefined ? null : JSON.parse(args['metadata']);
    this.messages.push({
      channel,
      ts,
      text: args['text'] ?? '',
      blocks: blocks as never,
      metadata,
      thread: args['thread_ts'] ?? null,
      onlyFor,
      clientId,
    });
    return ok({ ts, channel, message_ts: ts });
  }

  /** Whether Slack recognises a copy by its `client_msg_id`. It is not documented, so bcp may not count on it. */
  knowsCopies = false;

  #update(args: Args): Record<string, unknown> {
    const message = this.messages.find(({ channel, ts }) => channel === args['channel'] && ts === args['ts']);
    if (!message) return failed('message_not_found');
    if ((args['text'] ?? '').length > 4_000) return failed('msg_too_long');
    const blocks: unknown = JSON.parse(args['blocks'] ?? '[]');
    const wrong = blockError(blocks, 'message') ?? pictureError(this.files, blocks);
    if (wrong !== null) return failed(wrong);
    message.text = args['text'] ?? '';
    message.blocks = blocks as never;
    return ok({ ts: message.ts, channel: message.channel });
  }

  #delete(channel: string, ts: string): Record<string, unknown> {
    const at = this.messages.findIndex((message) => message.channel === channel && message.ts === ts);
    if (at < 0) return failed('message_not_found');
    this.messages.splice(at, 1);
    return ok({});
  }

  #history(method: string, args: Args): Record<string, unknown> {
    const here = this.messages.filter(
      (message) => message.channel === args['channel'] && message.onlyFor === null,
    );
    const thread = method === 'conversations.replies' ? (args['ts'] ?? '') : null;
    if (thread !== null && !here.some(({ ts }) => ts === thread)) return failed('thread_not_found');
    const shown = here.filter((message) =>
      thread === null ? message.thread === null : message.thread === thread || message.ts === thread,
    );
    return ok({
      messages: shown
        .filter(({ ts }) => Number(ts) >= Number(args['oldest'] ?? 0))
        .reverse()
        .slice(0, Number(args['limit'] ?? 100))
        .map(({ ts, text, blocks, metadata }) => ({
          ts,
          text,
          blocks,
          ...(args['include_all_metadata'] === 'true' ? { metadata } : {}),
        })),
    });
  }

  #userInfo(id: string): Record<string, unknown> {
    const user = this.users.get(id);
    if (id === this.bot.id) return ok({ user: { id, is_bot: true } });
    if (!user) return failed('user_not_found');
    return ok({
      user: {
        id,
        deleted: user.deleted,
        is_restricted: user.guest,
        is_stranger: user.stranger,
        profile: { email: user.email },
      },
    });
  }

  #openView(args: Args): Record<string, unknown> {
    const trigger = this.#triggers.get(args['trigger_id'] ?? '');
    if (!trigger) return failed('invalid_trigger_id');
    if (trigger.used) return failed('exchanged_trigger_id');
    if (this.#clock.now().getTime() - trigger.at > 3_000) return failed('expired_trigger_id');
    const view = JSON.parse(args['view'] ?? '{}') as Record<string, unknown>;
    const wrong = viewError(view);
    if (wrong !== null) return failed(wrong);
    trigger.used = true;
    return ok({ view: this.keepView(view, null) });
  }

  keepView(view: Record<string, unknown>, parent: string | null) {
    const kept = { id: `V${this.#next()}`, hash: `${this.#next()}.h`, view, parent };
    this.views.push(kept);
    return kept;
  }

  #updateView(args: Args): Record<string, unknown> {
    const kept = this.views.find(({ id }) => id === args['view_id']);
    const view = JSON.parse(args['view'] ?? '{}') as Record<string, unknown>;
    if (!kept) return failed('not_found');
    if (args['hash'] !== undefined && args['hash'] !== kept.hash) return failed('hash_conflict');
    const wrong = viewError(view);
    if (wrong !== null) return failed(wrong);
    kept.view = view;
    kept.hash = `${this.#next()}.h`;
    return ok({ view: kept });
  }

  #publish(args: Args): Record<string, unknown> {
    const view = JSON.parse(args['view'] ?? '{}') as Record<string, unknown>;
    const wrong = blockError(view['blocks'], 'home') ?? pictureError(this.files, view['blocks']);
    if (wrong !== null) return failed(wrong);
    this.homes.set(args['user_id'] ?? '', view);
    return ok({});
  }

  #uploadUrl(args: Args): Record<string, unknown> {
    if (Number(args['length'] ?? 0) < 1) return failed('invalid_arguments');
    const id = `F${this.#next()}`;
    this.files.set(id, {
      name: args['filename'] ?? '',
      size: Number(args['length']),
      shared: null,
      complete: false,
      refusals: this.callsBeforeFilesAreReady,
    });
    return ok({ file_id: id, upload_url: `${this.origins.files}/upload/${id}` });
  }

  #completeUpload(args: Args): Record<string, unknown> {
    const files = JSON.parse(args['files'] ?? '[]') as readonly { readonly id: string }[];
    for (const { id } of files) {
      const file = this.files.get(id);
      if (file?.complete !== true) return failed('file_not_found');
      file.shared = args['channel_id'] ?? null;
    }
    return ok({ files: files.map(({ id }) => ({ id })) });
  }

  async #receive(url: string, body: unknown): Promise<Response> {
    const id = url.slice(url.lastIndexOf('/') + 1);
    const file = this.files.get(id);
    const sent = body instanceof FormData ? body.get('body') : null;
    const size = sent instanceof Blob ? sent.size : 0;
    if (file?.size !== size) return new Response('', { status: 400 });
    file.complete = true;
    return Promise.resolve(new Response('OK', { status: 200 }));
  }

  async #respond(url: string, body: string): Promise<Response> {
    const hook = this.#hooks.get(url);
    if (!hook || hook.uses >= 5 || this.#clock.now().getTime() - hook.at > 30 * 60_000)
      return new Response('expired_url', { status: 404 });
    const { text, blocks } = JSON.parse(body) as { text: string; blocks: readonly Record<string, unknown>[] };
    const wrong = blockError(blocks, 'message') ?? pictureError(this.files, blocks);
    if (wrong !== null) return json(failed(wrong), {}, 404);
    hook.uses += 1;
    this.messages.push({
      channel: hook.channel,
      ts: this.#stamp(),
      text,
      blocks,
      metadata: null,
      thread: null,
      onlyFor: hook.user,
      clientId: null,
    });
    return Promise.resolve(new Response('ok'));
  }

  #knownPerson(id: string): Record<string, unknown> | null {
    const user = this.users.get(id);
    if (!user) return failed('channel_not_found');
    if (user.stranger) return failed('invalid_user_combination');
    return user.deleted ? failed('user_disabled') : null;
  }

  #knownChannel(id: string): Record<string, unknown> | null {
    const channel = this.channels.get(id);
    if (!channel) return failed('channel_not_found');
    if (channel.archived) return failed('is_archived');
    return channel.members.includes(this.bot.id) ? null : failed('not_in_channel');
  }

  #withChannel(id: string, work: (channel: FakeChannel) => Record<string, unknown>): Record<string, unknown> {
    const channel = this.channels.get(id);
    return channel ? work(channel) : failed('channel_not_found');
  }

  #next(): number {
    this.#count += 1;
    return this.#count;
  }

  #stamp(): string {
    return `${Math.floor(this.#clock.now().getTime() / 1_000)}.${String(this.#next()).padStart(6, '0')}`;
  }
}
