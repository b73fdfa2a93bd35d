/**
 * The law of the house (docs/rooms.md): which room may use which, and which package lives in which room.
 * A room may always use itself. `test/architecture/fences.test.ts` bites every line of it.
 */
export const rooms = {
  kit: [],
  plan: ['kit'],
  guard: ['plan', 'kit'],
  replies: ['plan', 'kit'],
  messages: ['plan', 'kit'],
  charts: ['plan', 'kit'],
  documents: ['messages', 'plan', 'kit'],
  imports: ['plan', 'kit'],
  'use-cases': ['documents', 'charts', 'messages', 'guard', 'replies', 'plan', 'kit'],
  exports: ['use-cases', 'documents', 'charts', 'messages', 'plan', 'kit'],
  storage: ['use-cases', 'documents', 'messages', 'plan', 'kit'],
  delivery: ['use-cases', 'messages', 'plan', 'kit'],
  intake: ['use-cases', 'plan', 'kit'],
  schedule: ['use-cases', 'plan', 'kit'],
  'platforms/rehearsal': ['use-cases', 'charts', 'messages', 'plan', 'kit'],
  'platforms/slack': ['use-cases', 'messages', 'plan', 'kit'],
  'platforms/teams': ['use-cases', 'messages', 'plan', 'kit'],
  web: ['platforms/rehearsal', 'platforms/slack', 'platforms/teams', 'kit'],
  rehearsal: [
    'platforms/rehearsal',
    'delivery',
    'schedule',
    'imports',
    'use-cases',
    'documents',
    'messages',
    'replies',
    'plan',
    'kit',
  ],
  cli: ['rehearsal', 'use-cases', 'imports', 'replies', 'guard', 'messages', 'plan', 'kit', 'app', 'config'],
};

/** Packages that may be imported from one place only. */
export const homes = {
  '@prisma/*': ['storage'],
  pg: ['storage'],
  '@electric-sql/pglite': ['storage'],
  '@slack/*': ['platforms/slack'],
  '@azure/*': ['platforms/teams'],
  botbuilder: ['platforms/teams'],
  'botbuilder-*': ['platforms/teams'],
  'botframework-*': ['platforms/teams'],
  adaptivecards: ['platforms/teams'],
  'csv-stringify': ['exports', 'cli'],
  'csv-stringify/sync': ['exports', 'cli'],
  'csv-parse': ['imports'],
  'csv-parse/sync': ['imports'],
  yaml: ['imports'],
  docx: ['exports'],
  fflate: ['exports'],
  fontkit: ['exports'],
  'hucre/xlsx': ['exports'],
  '@myriaddreamin/typst-ts-node-compiler': ['exports'],
  'mdast-util-to-markdown': ['exports'],
  'mdast-util-gfm-table': ['exports'],
  'd3-scale': ['charts'],
  'd3-shape': ['charts'],
  pino: ['kit'],
};

/** Rooms that hold rules and words only: no Node module, no package that talks to the world, no zod. */
export const pureRooms = ['plan', 'guard', 'replies', 'messages', 'documents', 'charts'];

/** The files in which everything is joined. */
export const topFiles = ['app', 'main', 'config'];

/** @param {string} room */
function forbiddenFor(room) {
  const allowed = new Set([room, ...rooms[room]]);
  const patterns = [];
  for (const other of Object.keys(rooms)) {
    if (allowed.has(other)) continue;
    patterns.push({
      regex: `^(\\.\\./)+${other}/`,
      message: `The room "${room}" may not use the room "${other}" (test/architecture/room-fences.js).`,
    });
    if (room.startsWith('platforms/') && other.startsWith('platforms/')) {
      patterns.push({
        regex: `^\\.\\./${other.replace('platforms/', '')}/`,
        message: `One platform may not use another.`,
      });
    }
  }
  for (const file of topFiles) {
    if (allowed.has(file)) continue;
    patterns.push({
      regex: `^(\\.\\./)+${file}\\.ts$`,
      message: `Only main, cli and tests may use ${file}.ts.`,
    });
  }
  for (const [name, homeRooms] of Object.entries(homes)) {
    if (homeRooms.includes(room)) continue;
    patterns.push({ group: [name], message: `"${name}" lives in ${homeRooms.join(', ')} only.` });
  }
  if (pureRooms.includes(room)) {
    patterns.push({ regex: '^node:', message: `"${room}" is pure: it uses no Node module.` });
    patterns.push({ regex: '^zod', message: `"${room}" is pure: parse at the door, not here.` });
  }
  return patterns;
}

export const roomFences = Object.keys(rooms).map((room) => ({
  files: [`src/${room}/**/*.ts`],
  rules: { 'no-restricted-imports': ['error', { patterns: forbiddenFor(room) }] },
}));
