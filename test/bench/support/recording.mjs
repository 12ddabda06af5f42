// What one request makes the server say to its database, statement by statement: the bare limit repeats exactly that.
import { built } from './built.mjs';

/** Runs the server in this process, records the statements of `request(url)`, and closes it. */
export async function record(database, request) {
  const { createApp } = built('app');
  const { readConfig } = built('platform/config');
  const app = await createApp(readConfig({ ...database.env, NODE_ENV: 'production', PORT: '0', HOST: '127.0.0.1' }));
  await app.nest.listen({ port: 0, host: '127.0.0.1' });
  const url = await app.nest.getUrl();
  await request(url, 'warm');
  const statements = [];
  const silent = () => undefined;
  app.source.logger = {
    logQuery: (sql, parameters) => statements.push({ sql, parameters: parameters ?? [] }),
    ...Object.fromEntries(
      ['logQueryError', 'logQuerySlow', 'logSchemaBuild', 'logMigration', 'log'].map((name) => [name, silent]),
    ),
  };
  const answer = await request(url, 'recorded');
  await app.nest.close();
  return { statements, answer };
}
