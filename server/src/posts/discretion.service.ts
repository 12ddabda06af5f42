import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { townshipOf } from '@zerentian/shared/areas/area.contract';
import { dateOf } from '@zerentian/shared/calendar';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { within } from '../platform/http/keyset';
import { Access, type HeldPost } from './access.service';

/** Enterprises of which somebody is shown everything; null: of all of them. */
export type OwnEnterprises = ReadonlySet<string> | null;

/**
 * What is not everybody's business. Officials read the whole register of their township. Whoever is nothing but the head of
 * enterprises reads the township's bodies, stations and villages as everybody does, the own enterprise whole, and of other
 * enterprises the name and where and what they are: neither who is registered for them, nor their posts, nor their numbers.
 *
 * 通讯录 is the measure for numbers wherever people are named (a hazard's finder as on the 通知单, holders, 谁负责): names and posts
 * stay, a number is given where 通讯录 gives it, that is for who holds a post today in the township outside other enterprises.
 */
@Injectable()
export class Discretion {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** The enterprises that the actor may look into. */
  async enterprisesOf(actor: Actor): Promise<OwnEnterprises> {
    return ownEnterprises(await this.access.postsOf(actor.personId, this.clock.now()));
  }

  /** An answer as the actor may read it: numbers that 通讯录 does not show them are null. */
  async told<T>(actor: Actor, answer: T): Promise<T> {
    return this.toldTo(await this.access.postsOf(actor.personId, this.clock.now()), answer);
  }

  /** The same for who holds these posts. No statement but for heads of enterprises. */
  async toldTo<T>(posts: HeldPost[], answer: T): Promise<T> {
    const own = ownEnterprises(posts);
    if (own === null) return answer;
    const people = [...new Set(peopleIn(answer))];
    const listed = people.length === 0 ? new Set<string>() : await this.listed(posts, own, people);
    return withoutNumbers(answer, listed) as T;
  }

  /** Those of the people whom the 通讯录 of these posts' townships shows. */
  private async listed(posts: HeldPost[], own: ReadonlySet<string>, people: string[]): Promise<Set<string>> {
    const date = dateOf(this.clock.now());
    const scopes = posts.map((post) => within('p.areaCode', townshipOf(post.areaCode) ?? post.areaCode));
    const shown = shownUnits(own);
    const rows = await this.source.query<{ personId: string }[]>(
      `SELECT DISTINCT t.personId FROM tenure t JOIN post p ON p.id = t.postId JOIN unit u ON u.id = p.unitId
       WHERE t.personId IN (${people.map(() => '?').join(', ')}) AND t.supersededAt IS NULL
       AND t.startsOn <= ? AND (t.endsOn IS NULL OR t.endsOn > ?)
       AND (${['1 = 0', ...scopes.map(({ sql }) => `(${sql})`)].join(' OR ')}) AND ${shown.sql}`,
      [...people, date, date, ...scopes.flatMap(({ parameters }) => parameters), ...shown.parameters],
    );
    return new Set(rows.map((row) => row.personId));
  }
}

/** Whoever holds any other post than the head of an enterprise's may look into all. */
export function ownEnterprises(posts: HeldPost[]): OwnEnterprises {
  if (posts.some((post) => post.profile !== 'enterprise-head')) return null;
  return new Set(posts.map((post) => post.unitId));
}

/** The SQL condition for units (as `u`) whose posts are shown. */
export function shownUnits(own: ReadonlySet<string>): { sql: string; parameters: string[] } {
  const mine = [...own];
  const owned = mine.length === 0 ? '' : ` OR u.id IN (${mine.map(() => '?').join(', ')})`;
  return { sql: `(u.kind <> 'enterprise'${owned})`, parameters: mine };
}

/** Everybody in an answer who is named with a number. */
function peopleIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(peopleIn);
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(peopleIn);
  const { personId, phone } = value as { personId?: unknown; phone?: unknown };
  return typeof personId === 'string' && phone ? [personId, ...inside] : inside;
}

function withoutNumbers(value: unknown, listed: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutNumbers(item, listed));
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutNumbers(item, listed)]));
  const { personId, phone } = copy;
  return typeof personId === 'string' && phone && !listed.has(personId) ? { ...copy, phone: null } : copy;
}
