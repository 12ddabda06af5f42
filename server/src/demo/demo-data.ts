import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonView } from '@zerentian/shared/people/person.contract';
import type { TenureView } from '@zerentian/shared/posts/post.contract';
import type { UnitView } from '@zerentian/shared/units/unit.contract';

/** How the files in server/data/demo tell the invented township. Days are counted from today: -40 was forty days ago. */
export interface HolderWords {
  name: string;
  from: number;
  until?: number;
  /** The day on which the appointment (or, with `until`, its end) was written down, where that was later. */
  recorded?: number;
  kind?: TenureView['kind'];
  lead?: boolean;
  basis?: string;
}

export interface TownshipWords {
  units: {
    key: string;
    name: string;
    kind: UnitView['kind'];
    area?: string;
    trade?: string;
    department?: string;
    phone?: string;
  }[];
  posts: {
    key: string;
    kind: string;
    unit: string;
    title: string;
    managedBy: PersonView['managedBy'];
    trades?: string[];
    holders: HolderWords[];
  }[];
}

export interface VillagesWords {
  villages: { code: string; secretary: HolderWords & { former?: HolderWords }; director?: HolderWords }[];
  teams: {
    villages: string[];
    leader: HolderWords;
    /** Villages whose 包村领导 is (or was) somebody else. */
    leaderExcept?: Record<string, HolderWords>;
    cadres: HolderWords[];
    former?: HolderWords[];
  }[];
}

export interface EnterprisesWords {
  enterprises: {
    key: string;
    name: string;
    village: string;
    trade: string;
    risk: NonNullable<UnitView['riskGrade']>;
    head: string;
    legal?: string;
    controller?: string;
    address?: string;
  }[];
}

export interface LoginsWords {
  password: string;
  logins: { key: string; login: string; name: string; post: string; area: string }[];
}

/** Reads one of the files. */
export function readDemo<T>(name: string): T {
  return JSON.parse(readFileSync(join(__dirname, '../../data/demo', `${name}.json`), 'utf8'));
}

/** The same id for the same name on every machine (UUID version 8, from SHA-256): `unit:changsheng`, `person:张建国`. */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`zerentian demo ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Invented persons and enterprises are marked as such wherever they appear. */
export function example(name: string): string {
  return name.endsWith('（示例）') ? name : `${name}（示例）`;
}
