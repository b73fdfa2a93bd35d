/** `npm run -s bcp -- …`: builds when the sources are newer, then runs the command in this same process. */
import { ensureFreshBuild } from './fresh-build.mjs';

await ensureFreshBuild();
await import('../dist/cli/bcp.js');
