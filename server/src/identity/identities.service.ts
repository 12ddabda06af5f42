import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { covers } from '@zerentian/shared/areas/area.contract';
import type { PersonView } from '@zerentian/shared/people/person.contract';
import type { HeldPostView } from '@zerentian/shared/people/session.contract';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock';
import { ProblemError } from '../platform/problem';
import { Access, type HeldPost } from '../posts/access.service';
import { heldPostView } from './identity.view';

const PERSON = 'SELECT id, name, phone, managedBy FROM person WHERE';

const POST_AREA = 'SELECT t.areaCode FROM tenure t WHERE t.personId = p.id ORDER BY t.startsOn DESC, t.id LIMIT 1';

const ROSTER = `SELECT p.id, p.name, p.enrolledIn, (${POST_AREA}) AS postArea FROM person p WHERE`;

interface RosterRow {
  id: string;
  name: string;
  enrolledIn: string | null;
  postArea: string | null;
}

/** A person of the roster, with the area whose chain takes what happens to their account: where they were entered, else where they serve. */
export interface RosterPerson {
  id: string;
  name: string;
  areaCode: string;
}

/** Who somebody is: the person of the roster and the posts held at an instant. */
@Injectable()
export class Identities {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  async of(personId: string, at: Date): Promise<{ person: PersonView; posts: HeldPostView[] }> {
    const [person]: PersonView[] = await this.source.query(`${PERSON} id = ?`, [personId]);
    if (!person) throw new ProblemError('not_signed_in');
    return { person: { ...person }, posts: await this.named(await this.access.postsOf(personId, at)) };
  }

  /** The one person of the roster with this phone; null for nobody, and for a number that several share. */
  async byPhone(phone: string): Promise<RosterPerson | null> {
    const found: RosterRow[] = await this.source.query(`${ROSTER} p.phone = ? LIMIT 2`, [phone]);
    return found.length === 1 ? rosterPerson(found[0]) : null;
  }

  /** A person of the roster; null for nobody. */
  async byId(id: string): Promise<RosterPerson | null> {
    const [row]: RosterRow[] = await this.source.query(`${ROSTER} p.id = ?`, [id]);
    return rosterPerson(row);
  }

  /**
   * Whether an official may give somebody a way into their account: the person's posts of today, all of them, lie within the official's
   * area; without a post, where they were entered does. An administrator's account is for administrators alone.
   * @throws outside_scope, forbidden
   */
  async mustReach(official: HeldPost, person: RosterPerson): Promise<void> {
    const held = await this.access.postsOf(person.id, this.clock.now());
    const areas = held.length > 0 ? held.map((it) => it.areaCode) : [person.areaCode];
    if (!areas.every((area) => covers(official.areaCode, area))) throw new ProblemError('outside_scope');
    const isAdministrator = held.some((it) => it.profile === 'administrator');
    if (isAdministrator && official.profile !== 'administrator') throw new ProblemError('forbidden');
  }

  private async named(posts: HeldPost[]): Promise<HeldPostView[]> {
    const codes = [...new Set(posts.map((post) => post.areaCode))];
    if (codes.length === 0) return [];
    const marks = codes.map(() => '?').join(', ');
    const areas: { code: string; name: string }[] = await this.source.query(
      `SELECT code, name FROM area WHERE code IN (${marks})`,
      codes,
    );
    const names = new Map(areas.map((area) => [area.code, area.name]));
    return posts.map((post) => heldPostView(post, names.get(post.areaCode) ?? post.areaCode));
  }
}

function rosterPerson(row: RosterRow | undefined): RosterPerson | null {
  const areaCode = row?.enrolledIn ?? row?.postArea;
  return row && areaCode ? { id: row.id, name: row.name, areaCode } : null;
}
