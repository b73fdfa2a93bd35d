import { defineConfig } from 'prisma/config';

// `prisma generate` asks for a schema engine that it would have to download. It never runs one, so any
// existing file will do: node itself, which fails loudly if a command ever does try to run it.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? 'postgresql://unset' },
});
