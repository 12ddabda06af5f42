import { SqliteAdapter } from './sqlite-adapter';

const database = new SqliteAdapter(':memory:');
beforeAll(() => database.exec('CREATE TABLE thing (name TEXT)'));
afterAll(() => database.close());

test('a text with a NUL in it is refused rather than cut, in reading and in writing', () => {
  database.prepare('INSERT INTO thing VALUES (?)').run('admin');
  expect(() => database.prepare('INSERT INTO thing VALUES (?)').run('office\u0000x')).toThrow(TypeError);
  const find = database.prepare('SELECT name FROM thing WHERE name = ?');
  expect(() => find.all('admin\u0000x')).toThrow(TypeError);
  expect(find.all('admin')).toEqual([{ name: 'admin' }]);
  expect(database.prepare('SELECT name FROM thing').all()).toHaveLength(1);
});
