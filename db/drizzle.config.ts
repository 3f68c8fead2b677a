// For `npm run db:generate`: writes a migration from the difference between schema and the last one.
import { defineConfig } from 'drizzle-kit';

export default defineConfig({ dialect: 'sqlite', schema: './db/schema/*.ts', out: './db/migrations' });
