import { Area } from '@zerentian/server/areas/area.entity';
import { Person } from '@zerentian/server/people/person.entity';
import { Credential } from '@zerentian/server/platform/auth/auth.entity';
import { hashPassword } from '@zerentian/server/platform/auth/password';
import { Post, PostKind } from '@zerentian/server/posts/post.entity';
import { Tenure } from '@zerentian/server/posts/tenure.entity';
import { Unit } from '@zerentian/server/units/unit.entity';
import type { Profile } from '@zerentian/shared/posts/profile';
import { uuidv7 } from 'uuidv7';
import { signedIn, type TestActor } from './actors';
import { startApp, type TestApp } from './app';
import { forSpec } from './for-spec';

/** Made-up people of a few posts, for what is about accounts and not about the township. */
interface Member {
  personId: string;
  postId: string;
  login: string;
  password: string;
  phone: string;
}

export const TOWNSHIP = '140621200';
export const VILLAGE = '140621200200';
const OTHER_TOWNSHIP = '140621201';

const MEMBERS = {
  villageCadre: { profile: 'village-team', areaCode: VILLAGE, phone: '13900000001' },
  office: { profile: 'office', areaCode: TOWNSHIP, phone: '13900000002' },
  administrator: { profile: 'administrator', areaCode: TOWNSHIP, phone: '13900000003' },
  foreignOffice: { profile: 'office', areaCode: OTHER_TOWNSHIP, phone: '13900000004' },
  county: { profile: 'county', areaCode: '140621', phone: '13900000005' },
} satisfies Record<string, { profile: Profile; areaCode: string; phone: string }>;

type MemberName = keyof typeof MEMBERS;

/** A server with them, everybody signed in. */
export interface RosterApp extends TestApp {
  people: Record<MemberName, Member>;
  as: Record<MemberName, TestActor>;
}

export async function startWithRoster(extra: Record<string, string> = {}): Promise<RosterApp> {
  const app = await startApp(extra);
  const people = await smallRoster(app);
  const names = Object.keys(people) as MemberName[];
  const actors = await Promise.all(
    names.map(async (name) => [name, await signedIn(app, people[name].personId)] as const),
  );
  return { ...app, people, as: Object.fromEntries(actors) as RosterApp['as'] };
}

/** A server with them for a whole spec, nobody signed in. */
export function rosterSpec(): { app: TestApp; people: Record<MemberName, Member> } {
  const app = forSpec(() => startApp());
  return { app, people: forSpec(() => smallRoster(app)) };
}

/** Fills an empty database with them. */
async function smallRoster(app: TestApp): Promise<Record<MemberName, Member>> {
  const { manager } = app.source;
  const areas = [
    { code: '140621', name: '示例县', parentCode: null },
    { code: TOWNSHIP, name: '示例乡', parentCode: '140621' },
    { code: OTHER_TOWNSHIP, name: '另一乡', parentCode: '140621' },
    { code: VILLAGE, name: '示例村', parentCode: TOWNSHIP },
  ];
  await manager.insert(Area, areas);
  const entries = await Promise.all(
    Object.entries(MEMBERS).map(async ([name, words]) => [name, await enrol(app, name, words)] as const),
  );
  return Object.fromEntries(entries) as Record<MemberName, Member>;
}

async function enrol(
  app: TestApp,
  name: string,
  words: { profile: Profile; areaCode: string; phone: string },
): Promise<Member> {
  const { manager } = app.source;
  const [unitId, postId, personId, tenureId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const key = `kind-${name.toLowerCase()}`;
  const password = `correct horse of ${name}`;
  const { areaCode, profile, phone } = words;
  await manager.insert(Unit, {
    id: unitId,
    name: `${name}单位`,
    kind: 'government',
    areaCode,
    supervision: 'township',
  });
  await manager.insert(PostKind, {
    key,
    currentName: name,
    level: 'township',
    singleHolder: true,
    profile,
    line: null,
  });
  await manager.insert(Post, { id: postId, kindKey: key, title: `${name}岗位`, unitId, areaCode });
  await manager.insert(Person, {
    id: personId,
    name: `${name}（示例）`,
    phone,
    managedBy: 'township',
    createdAt: new Date(),
  });
  await manager.insert(Tenure, {
    id: uuidv7(),
    tenureId,
    personId,
    postId,
    kind: 'regular',
    areaCode,
    lead: false,
    startsOn: '2024-01-01',
    recordedAt: new Date(),
  });
  await manager.insert(Credential, { personId, login: `login-${name}`, passwordHash: await hashPassword(password) });
  return { personId, postId, login: `login-${name}`, password, phone };
}
