import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { Block, ModalView } from '../../../src/platforms/slack/render/blocks.ts';
import { filledIn } from './filled-in.ts';
import { textsIn } from './fake-slack/block-limits.ts';
import type { SlackPeer } from './scenario.ts';
import { accounts } from './slack-people.ts';

/**
 * local-slack@0.1.8, a Slack with a page of its own, as one program of 93 MB. It is not among bcp's packages for its size:
 * `npm install --no-save local-slack-linux-x64@0.1.8`, or name the program in BCP_TEST_LOCAL_SLACK. It listens on every address of the machine.
 */
export const localSlackProgram: string | null =
  [process.env['BCP_TEST_LOCAL_SLACK'] ?? '', 'node_modules/local-slack-linux-x64/bin/local-slack'].find(
    (path) => path !== '' && existsSync(path),
  ) ?? null;

interface Shown {
  readonly ts: string;
  readonly text?: string;
  readonly blocks?: readonly Block[];
  readonly subtype?: string;
  readonly ephemeral_to?: string;
}

/** What its page is told; the same as a browser sees. */
interface PageState {
  readonly messages: Readonly<Record<string, readonly Shown[]>>;
  readonly modalStack: readonly { readonly id: string }[];
  readonly channels: readonly {
    readonly id: string;
    readonly is_im?: boolean;
    readonly members?: readonly string[];
  }[];
}

const bot = 'U0BCP';

/** The peer, and what is waited for after something was done in whatever way. */
export interface LocalSlackPeer extends SlackPeer {
  /** Its page. */
  readonly url: string;
  readonly afterCommand: (who: string, does: () => unknown) => Promise<string>;
  readonly afterWrite: (who: string, does: () => unknown) => Promise<void>;
  readonly afterPress: (does: () => unknown) => Promise<void>;
  readonly afterSubmit: (does: (view: ModalView) => unknown) => Promise<void>;
}

/** People act through the connection that its page uses, and bcp is connected by Socket Mode. */
export async function localSlackPeer(program: string, port: number): Promise<LocalSlackPeer> {
  const folder = mkdtempSync(join(tmpdir(), 'bcp-local-slack-'));
  const file = join(folder, 'workspace.json');
  writeFileSync(file, JSON.stringify(workspace()));
  const child = spawn(program, ['--config', file, '--port', String(port), '--base-host', '127.0.0.1'], {
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  const page = await openPage(`ws://127.0.0.1:${port}/ui`);
  const fresh = async (): Promise<PageState> => {
    const looked = await openPage(`ws://127.0.0.1:${port}/ui`);
    looked.socket.close();
    return looked.state;
  };
  const act = (what: Record<string, unknown>) => page.socket.send(JSON.stringify(what));
  const chatOf = async (who: string) =>
    (await fresh()).channels.find(
      ({ is_im, members }) => is_im === true && members?.includes(accounts[who] ?? ''),
    )?.id ?? '';
  const seenIn = async (channel: string) =>
    ((await fresh()).messages[channel] ?? []).filter(({ subtype }) => subtype !== 'ephemeral');
  const boardMessages = async () => (await fresh()).messages['CBOARD'] ?? [];
  const afterCommand: LocalSlackPeer['afterCommand'] = async (who, does) => {
    const before = new Set((await boardMessages()).map(({ ts }) => ts));
    await does();
    const answer = await eventually(async () =>
      (await boardMessages()).find(
        ({ ts, ephemeral_to }) => !before.has(ts) && ephemeral_to === accounts[who],
      ),
    );
    return JSON.stringify(answer);
  };
  const afterWrite: LocalSlackPeer['afterWrite'] = async (who, does) => {
    const channel = await chatOf(who);
    const before = (await seenIn(channel)).length;
    await does();
    await eventually(async () => ((await seenIn(channel)).length > before + 1 ? true : undefined));
  };
  const afterPress: LocalSlackPeer['afterPress'] = async (does) => {
    await does();
    await eventually(async () => ((await fresh()).modalStack.length > 0 ? true : undefined));
  };
  const formOpen = async () => (await fresh()).modalStack.at(-1) as ModalView | undefined;
  const afterSubmit: LocalSlackPeer['afterSubmit'] = async (does) => {
    // It does not tell bcp what is chosen in a form before it is sent (0.1.8): the form then comes back asking for more.
    for (let open = await formOpen(); open !== undefined;) {
      const sent = JSON.stringify(open.blocks);
      await does(open);
      open = await eventually(async () => {
        const now = await formOpen();
        return now === undefined
          ? { form: undefined }
          : JSON.stringify(now.blocks) === sent
            ? undefined
            : { form: now };
      }).then(({ form }) => form);
    }
  };
  return {
    team: 'T1',
    idOf: (name) => accounts[name] ?? '',
    channel: 'CBOARD',
    settings: {
      mode: 'socket',
      botToken: 'xoxb-local',
      appToken: 'xapp-local',
      signingSecrets: [],
      install: null,
      apiUrl: `${url}/api/`,
      publicUrl: '',
      proxy: null,
      noProxy: null,
    },
    connected: () => Promise.resolve(),
    command: (who, words) =>
      afterCommand(who, () =>
        act({ t: 'slash_command', user: accounts[who], channel: 'CBOARD', command: '/bcp', text: words }),
      ),
    write: (who, text) =>
      afterWrite(who, async () =>
        act({ t: 'post_message', user: accounts[who], channel: await chatOf(who), text }),
      ),
    press: async (who, label) => {
      const channel = await chatOf(who);
      const found = (await seenIn(channel)).flatMap(({ ts, blocks }) =>
        (blocks ?? []).flatMap((block) =>
          block.type === 'actions' ? block.elements.map((button) => ({ ts, button })) : [],
        ),
      );
      const pressed = found.findLast(({ button }) => button.text.text === label);
      if (!pressed) throw new Error(`There is no button "${label}".`);
      const action = { ...pressed.button, block_id: 'b' };
      await afterPress(() =>
        act({ t: 'block_action', user: accounts[who], channel, messageTs: pressed.ts, action }),
      );
    },
    submit: (who, typed) =>
      afterSubmit((view) => act({ t: 'view_submit', user: accounts[who], values: filledIn(view, typed) })),
    url,
    afterCommand,
    afterWrite,
    afterPress,
    afterSubmit,
    seen: async (place) => {
      const channel = 'who' in place ? await chatOf(place.who) : place.channel;
      return (await seenIn(channel)).map(({ text, blocks }) => [text, ...textsIn(blocks)].join('\n'));
    },
    close: async () => {
      page.socket.close();
      const ended = new Promise((resolve) => child.on('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function workspace() {
  return {
    workspace: { name: 'Birmingham', domain: 'birmingham', teamId: 'T1' },
    apps: [
      {
        appId: 'A1',
        botUserId: bot,
        botName: 'bcp',
        botToken: 'xoxb-local',
        appToken: 'xapp-local',
        mode: 'socket',
      },
    ],
    users: Object.entries(accounts).map(([name, id]) => ({
      id,
      name,
      real_name: name.replace('.', ' '),
      email: `${name}@birmingham.example`,
      tz: 'Europe/London',
    })),
    channels: [{ id: 'CBOARD', name: 'board', members: [...Object.values(accounts), bot] }],
  };
}

/** Connects as its page does; the first thing it is told is everything. */
async function openPage(url: string): Promise<{ readonly socket: WebSocket; readonly state: PageState }> {
  for (let time = 0; ; time += 1) {
    try {
      return await new Promise((resolve, reject) => {
        const socket = new WebSocket(url);
        socket.on('error', reject);
        socket.once('message', (data) => {
          const told = JSON.parse((data as Buffer).toString('utf8')) as { readonly state: PageState };
          resolve({ socket, state: told.state });
        });
      });
    } catch (error) {
      if (time > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let time = 0; time < 150; time += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not happen in fifteen seconds.');
}
