import type { Enrol } from '@zerentian/shared/people/person.contract';
import type { CreatePost, TenureView } from '@zerentian/shared/posts/post.contract';
import type { CreateUnit } from '@zerentian/shared/units/unit.contract';
import { knownAreas } from '../areas/area-files';
import {
  demoId,
  type EnterprisesWords,
  example,
  type HolderWords,
  readDemo,
  type TownshipWords,
  type VillagesWords,
} from './demo-data';

export const DEMO_TOWNSHIP = '140621200';
/** The day on which the register was first filled. */
export const FIRST_DAY = -400;

export interface PlannedPost extends CreatePost {
  id: string;
  unitId: string;
  managedBy: Enrol['managedBy'];
  holders: HolderWords[];
}

/** An appointment or an end, on the day on which it is written down. */
export type PlannedChange =
  | {
      day: number;
      what: 'appoint';
      id: string;
      personId: string;
      postId: string;
      kind: TenureView['kind'];
      lead: boolean;
      from: number;
      basis: string | undefined;
    }
  | { day: number; what: 'end'; tenureId: string; until: number; basis: string | undefined };

export interface Plan {
  units: (CreateUnit & { id: string })[];
  posts: PlannedPost[];
  people: { id: string; name: string; phone: string; managedBy: Enrol['managedBy']; areaCode: string }[];
  changes: PlannedChange[];
}

/** The invented township as a list of what to enter, in order. The same every time. */
export function demoPlan(): Plan {
  const township = readDemo<TownshipWords>('township');
  const villages = readDemo<VillagesWords>('villages');
  const { enterprises } = readDemo<EnterprisesWords>('enterprises');
  const names = new Map(knownAreas().map((area) => [area.code, area.name]));
  const nameOf = (code: string) => names.get(code) ?? code;
  const posts = [
    ...townshipPosts(township),
    ...villagePosts(villages, nameOf),
    ...teamPosts(villages, nameOf),
    ...enterprisePosts(enterprises),
  ];
  return {
    units: [...townshipUnits(township), ...villageUnits(villages, nameOf), ...enterpriseUnits(enterprises)],
    posts,
    people: people(posts),
    changes: posts
      .flatMap(changes)
      .sort((a, b) => a.day - b.day || (a.what === b.what ? 0 : a.what === 'end' ? -1 : 1)),
  };
}

const unitId = (key: string) => demoId(`unit:${key}`);

function townshipUnits({ units }: TownshipWords): Plan['units'] {
  return units.map(({ key, area, ...unit }) => ({ ...unit, id: unitId(key), areaCode: area ?? DEMO_TOWNSHIP }));
}

function villageUnits({ villages }: VillagesWords, nameOf: (code: string) => string): Plan['units'] {
  return villages.map(({ code }) => ({ id: unitId(code), name: nameOf(code), kind: 'village', areaCode: code }));
}

function enterpriseUnits(enterprises: EnterprisesWords['enterprises']): Plan['units'] {
  return enterprises.map(({ key, name, village, trade, risk, head, legal, controller, address }) => ({
    id: unitId(key),
    name: example(name),
    kind: 'enterprise',
    areaCode: village,
    trade,
    riskGrade: risk,
    legalRepresentative: example(legal ?? head),
    actualController: example(controller ?? head),
    principal: example(head),
    address: address ?? null,
  }));
}

function townshipPosts({ posts, units }: TownshipWords): PlannedPost[] {
  const areas = new Map(units.map((unit) => [unit.key, unit.area ?? DEMO_TOWNSHIP]));
  return posts.map(({ key, unit, ...post }) => ({
    ...post,
    id: demoId(`post:${key}`),
    unitId: unitId(unit),
    areaCode: areas.get(unit) ?? DEMO_TOWNSHIP,
  }));
}

/** 一肩挑: where no director is told, the secretary is 兼任 both. */
function villagePosts({ villages }: VillagesWords, nameOf: (code: string) => string): PlannedPost[] {
  return villages.flatMap(({ code, secretary, director }) => {
    const { former, ...now } = secretary;
    const secretaries = former ? [{ ...former, until: now.from, basis: now.basis ?? '' }, now] : [now];
    const directors = director ? [director] : secretaries.map((holder) => ({ ...holder, kind: 'concurrent' as const }));
    const common = { unitId: unitId(code), areaCode: code, managedBy: 'township' as const };
    return [
      {
        ...common,
        id: demoId(`post:village-secretary:${code}`),
        kind: 'village-secretary',
        title: `${nameOf(code)}党支部书记`,
        holders: secretaries,
      },
      {
        ...common,
        id: demoId(`post:village-director:${code}`),
        kind: 'village-director',
        title: `${nameOf(code)}村委会主任`,
        holders: directors,
      },
    ];
  });
}

function teamPosts({ teams }: VillagesWords, nameOf: (code: string) => string): PlannedPost[] {
  return teams.flatMap(({ villages, leader, leaderExcept, cadres, former }) =>
    villages.flatMap((code) => {
      const team = [...(former ?? []), ...cadres.map((cadre, index) => ({ ...cadre, lead: index === 0 }))];
      const leaders = [leaderExcept?.[code] ?? leader];
      const common = { unitId: unitId('government'), areaCode: code };
      return [
        {
          ...common,
          id: demoId(`post:village-cadre:${code}`),
          kind: 'village-cadre',
          title: `${nameOf(code)}包村干部`,
          managedBy: 'township' as const,
          holders: team,
        },
        {
          ...common,
          id: demoId(`post:village-leader:${code}`),
          kind: 'village-leader',
          title: `${nameOf(code)}包村领导`,
          managedBy: 'county' as const,
          holders: leaders,
        },
      ];
    }),
  );
}

function enterprisePosts(enterprises: EnterprisesWords['enterprises']): PlannedPost[] {
  return enterprises.map(({ key, village, head }) => ({
    id: demoId(`post:${key}`),
    kind: 'enterprise-head',
    title: '主要负责人',
    unitId: unitId(key),
    areaCode: village,
    managedBy: 'none',
    holders: [{ name: head, from: -800 }],
  }));
}

/** Everybody once, with a made-up number; whoever holds several posts is managed as the first says. */
function people(posts: PlannedPost[]): Plan['people'] {
  const byName = new Map<string, Plan['people'][number]>();
  for (const { holders, managedBy, areaCode = DEMO_TOWNSHIP } of posts) {
    for (const { name } of holders) {
      if (byName.has(name)) continue;
      const phone = `1380000${String(byName.size + 1).padStart(4, '0')}`;
      byName.set(name, {
        id: demoId(`person:${name}`),
        name: example(name),
        phone,
        managedBy,
        areaCode: areaCode.slice(0, 9),
      });
    }
  }
  return [...byName.values()];
}

function changes({ id: postId, holders }: PlannedPost): PlannedChange[] {
  return holders.flatMap(({ name, from, until, recorded, kind = 'regular', lead = false, basis }): PlannedChange[] => {
    const id = demoId(`tenure:${postId}:${name}:${from}`);
    const written = Math.max(FIRST_DAY, until === undefined ? (recorded ?? from) : from);
    const start: PlannedChange = {
      day: written,
      what: 'appoint',
      id,
      personId: demoId(`person:${name}`),
      postId,
      kind,
      lead,
      from,
      basis,
    };
    if (until === undefined) return [start];
    return [
      { ...start, basis: undefined },
      { day: recorded ?? until, what: 'end', tenureId: id, until, basis },
    ];
  });
}
