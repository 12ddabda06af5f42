import type { CatalogueContent } from '@zerentian/shared/duties/catalogue.contract';
import type { PostKind } from '@zerentian/shared/duties/post-kind.contract';
import type { FieldError } from '@zerentian/shared/problem';
import { type EntityManager, Not } from 'typeorm';
import { Catalogue } from './catalogue.entity';

/**
 * Post kinds are one table for all townships, and powers hang on more of a kind than its profile: what a station may see goes by its
 * line, whether a post takes a second holder by `singleHolder`, who answers for a vacant one by `reportsTo`. So no import changes the
 * profile of a kind that is there, and none changes those three for a kind that another township uses as well, be it in its catalogue
 * or in posts that it still has. Whoever needs a kind to be otherwise takes a key of their own.
 */
const WORDS = { line: '责任线', singleHolder: '是否只由一人担任', reportsTo: '上级岗位' } as const;
const GUARDED = Object.keys(WORDS) as (keyof typeof WORDS)[];

type Known = Pick<PostKind, 'profile' | keyof typeof WORDS>;

/** What of a catalogue's kinds would change the powers of posts of others; empty where nothing would. */
export async function foreignChanges(
  tx: EntityManager,
  content: CatalogueContent,
  known: ReadonlyMap<string, Known>,
): Promise<FieldError[]> {
  const findings: FieldError[] = [];
  const changed = content.postKinds.flatMap((kind) => {
    const old = known.get(kind.key);
    if (!old) return [];
    if (old.profile !== kind.profile) findings.push(otherProfile(kind, old));
    const fields = GUARDED.filter((field) => plain(old[field]) !== plain(kind[field]));
    return fields.length === 0 ? [] : [{ kind, fields }];
  });
  if (changed.length === 0) return findings;
  const users = await otherUsers(tx, content.area);
  for (const { kind, fields } of changed) {
    const user = users.get(kind.key);
    if (user !== undefined) findings.push(...fields.map((field) => inUse(kind, field, user)));
  }
  return findings;
}

/** Kinds that townships other than this one use, each with the name of one of them. */
async function otherUsers(tx: EntityManager, area: string): Promise<Map<string, string>> {
  const posts = await tx.query<{ kindKey: string; township: string }[]>(
    `SELECT DISTINCT p.kindKey, SUBSTR(p.areaCode, 1, 9) AS township FROM post p
     WHERE LENGTH(p.areaCode) >= 9 AND SUBSTR(p.areaCode, 1, 9) <> ?`,
    [area],
  );
  const catalogues = await tx.find(Catalogue, { where: { areaCode: Not(area), current: true } });
  const inCatalogues = catalogues.flatMap(({ areaCode, content }) =>
    content.postKinds.map(({ key }) => ({ kindKey: key, township: areaCode })),
  );
  const areas = await tx.query<{ code: string; name: string }[]>('SELECT code, name FROM area WHERE LENGTH(code) = 9');
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  return new Map(
    [...posts, ...inCatalogues].map(({ kindKey, township }) => [kindKey, names.get(township) ?? township]),
  );
}

/** SQLite knows 0 and 1. */
function plain(value: string | number | boolean | null): string | number | null {
  return typeof value === 'boolean' ? Number(value) : value;
}

function otherProfile({ key, currentName }: PostKind, { profile }: Known): FieldError {
  const message = `岗位类别“${currentName}”已按“${profile}”使用，权限不能改，请换一个代号`;
  return { path: `postKinds.${key}.profile`, message };
}

function inUse({ key, currentName }: PostKind, field: keyof typeof WORDS, user: string): FieldError {
  const message = `岗位类别“${currentName}”${user}也在用，${WORDS[field]}不能改；需要不同的，请换一个代号`;
  return { path: `postKinds.${key}.${field}`, message };
}
