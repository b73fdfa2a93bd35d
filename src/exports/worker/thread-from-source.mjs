/** The thread where the program runs from its sources (tests, development): TypeScript is read there too. The built program does without. */
import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');
