/**
 * One server of the Slack bench, in a process of its own (see slack-process.ts): a bare `node:http` server, a bare Bolt app, bcp itself,
 * or the stand-in for Slack.
 */
import { bareBolt, bareNode } from './slack-bare.ts';
import { bcpServer, seed } from './slack-bcp.ts';
import { slackStandIn } from './slack-stand-in.ts';

/** A server that listens, and what it can be asked to do. */
export interface BenchServer {
  readonly port: number;
  readonly asks?: Readonly<Record<string, (detail: unknown) => Promise<unknown>>>;
  stop(): Promise<void>;
}

const roles: Readonly<Record<string, (settings: never) => Promise<BenchServer>>> = {
  node: bareNode,
  bolt: bareBolt,
  seed,
  bcp: bcpServer,
  slack: slackStandIn,
};

const [role = '', settings = '{}'] = process.argv.slice(2);
const start = roles[role];
if (!start) throw new Error(`There is no server "${role}".`);
const server = await start(JSON.parse(settings) as never);

function cost() {
  const { user, system } = process.cpuUsage();
  return { cpuMicros: user + system, residentMb: process.memoryUsage().rss / 1_048_576 };
}

async function answer(question: string, detail: unknown): Promise<unknown> {
  if (question === 'cost') return cost();
  const ask = server.asks?.[question];
  if (!ask) throw new Error(`The ${role} server cannot "${question}".`);
  return ask(detail);
}

process.on(
  'message',
  (said: { readonly id: number; readonly question: string; readonly detail?: unknown }) => {
    const { id, question, detail } = said;
    if (question === 'stop') {
      void server.stop().then(() => process.exit(0));
      return;
    }
    answer(question, detail).then(
      (value) => process.send?.({ id, answer: value }),
      (trouble: unknown) => process.send?.({ id, trouble: String(trouble) }),
    );
  },
);
process.send?.({ port: server.port });
