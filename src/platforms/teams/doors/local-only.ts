import { jsonResponse, type Door } from '../../../kit/door.ts';

/** Headers by which a reverse proxy says for whom it asks. */
const ofProxies = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

/**
 * A door at which nobody proves who they are: for this machine only. What a reverse proxy on this machine hands on comes from somewhere else,
 * and is refused.
 */
export function localOnly(door: Door): Door {
  return {
    matches: (method, path) => door.matches(method, path),
    handle: async (request) =>
      ofProxies.some((name) => request.headers[name] !== undefined)
        ? jsonResponse(403, { error: 'forbidden' })
        : door.handle(request),
  };
}
