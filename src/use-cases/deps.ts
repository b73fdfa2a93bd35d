import type { Clock } from '../kit/clock.ts';
import type { NewId } from '../kit/ids.ts';
import type { Log } from '../kit/log.ts';
import type { Person, PlatformName, Role } from '../plan/people.ts';
import type { Exporter } from './ports/exporter.ts';
import type { Store } from './ports/store.ts';

/** What every use case is handed. Made once, in `app.ts`. */
export interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly exporter: Exporter;
}

/** The person at the door: who, in which partnership, with which roles, and where they stand. */
export interface Actor {
  readonly partnershipId: string;
  readonly person: Person;
  readonly personId: string;
  /** Every role the person ever held; `can` looks at the dates. */
  readonly roles: readonly Role[];
  /** What the person covers today because an owner who is away said so. */
  readonly coversFor: readonly string[];
  readonly platform: PlatformName;
}
