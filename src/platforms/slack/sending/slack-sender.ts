import type { Clock } from '../../../kit/clock.ts';
import type { Log } from '../../../kit/log.ts';
import type { Sender } from '../../../use-cases/ports/sender.ts';
import type { Store } from '../../../use-cases/ports/store.ts';
import type { Workspaces } from '../install/workspaces.ts';
import { sendingLanes } from './lanes.ts';
import type { Pictures } from './pictures.ts';
import { SlackDelivery } from './slack-delivery.ts';
import { addressOf } from './write-delivery.ts';

export interface SlackSenderDeps {
  readonly workspaces: Workspaces;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly pictures: Pictures;
  readonly sleep: (ms: number) => Promise<void>;
}

/**
 * Carries a promised message to Slack: one try, one second apart in each conversation. A try after a doubtful one first looks whether the
 * message stands there; so it is there once, whatever got lost on the way.
 */
export function slackSender(deps: SlackSenderDeps): Sender {
  const lanes = sendingLanes(deps.clock, deps.sleep);
  const delivery = new SlackDelivery(deps, lanes);
  return {
    platform: 'slack',
    prepare: (claimed) => delivery.prepare(claimed),
    send: async (claimed) => {
      const { to } = claimed;
      if (to.kind === 'nobody') return { kind: 'nobody_there', trouble: to.reason };
      return lanes.run(`${to.tenantId}:${addressOf(to)}`, () => delivery.attempt(claimed, to));
    },
  };
}
