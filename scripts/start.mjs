/** `npm start`: builds when the sources are newer, then runs the bot in this same process. */
import { ensureFreshBuild } from './fresh-build.mjs';

await ensureFreshBuild();
await import('../dist/main.js');
