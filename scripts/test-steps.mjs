// The steps of `npm test`, in their order. Each names the folders whose specs it runs and what it needs beforehand.

const minute = 60_000;
const sqlite = { TEST_DATABASE: 'sqlite' };
const mariadb = { TEST_DATABASE: 'mariadb' };

/**
 * `needs`: `server`, `h5`, `weapp` are builds, `mariadb`, `chromium`, `fonts` are programs.
 * `workers`: spec files at once. `limitMs`: the step is stopped and counts as failed after so long.
 * A step of which a folder is not there fails: nothing is passed over.
 */
export const steps = [
  { name: 'check', words: '静态检查 static check', needs: [], folders: [] },
  {
    name: 'unit',
    words: '单元测试 unit tests',
    needs: [],
    folders: ['shared/src', 'server/src', 'miniapp/src', 'test/docs'],
    limitMs: 5 * minute,
  },
  { name: 'api-sqlite', words: '接口 API on SQLite', needs: ['server'], folders: ['test/api'], env: sqlite },
  {
    name: 'api-mariadb',
    words: '接口 API on MariaDB',
    needs: ['server', 'mariadb'],
    folders: ['test/api'],
    env: mariadb,
  },
  {
    name: 'migrations-sqlite',
    words: '数据库迁移 migrations on SQLite',
    needs: ['server'],
    folders: ['test/migrations'],
    env: sqlite,
  },
  {
    name: 'migrations-mariadb',
    words: '数据库迁移 migrations on MariaDB',
    needs: ['server', 'mariadb'],
    folders: ['test/migrations'],
    env: mariadb,
  },
  {
    name: 'weapp',
    words: '微信小程序 the WeChat bundle',
    needs: ['server', 'weapp'],
    folders: ['test/weapp'],
    workers: 1,
  },
  {
    name: 'journeys',
    words: '浏览器流程 browser journeys',
    needs: ['server', 'h5', 'chromium', 'fonts'],
    folders: ['test/journeys'],
    workers: 1,
    limitMs: 20 * minute,
  },
  {
    name: 'faults',
    words: '坏线路 the bad line',
    needs: ['server', 'h5', 'weapp', 'chromium', 'fonts'],
    folders: ['test/faults'],
    env: sqlite,
    workers: 1,
    limitMs: 15 * minute,
  },
];

export const defaultLimitMs = 25 * minute;
