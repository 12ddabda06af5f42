import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PersonView } from '@zerentian/shared/people/person.contract';
import type { HeldPostView } from '@zerentian/shared/people/session.contract';
import { DataSource } from 'typeorm';
import { ProblemError } from '../platform/problem';
import { Access, type HeldPost } from '../posts/access.service';
import { heldPostView } from './identity.view';

const PERSON = 'SELECT id, name, phone, managedBy FROM person WHERE';

const POST_AREA = 'SELECT t.areaCode FROM tenure t WHERE t.personId = p.id ORDER BY t.startsOn DESC, t.id LIMIT 1';

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
  ) {}

  async of(personId: string, at: Date): Promise<{ person: PersonView; posts: HeldPostView[] }> {
    const [person]: PersonView[] = await this.source.query(`${PERSON} id = ?`, [personId]);
    if (!person) throw new ProblemError('not_signed_in');
    return { person: { ...person }, posts: await this.named(await this.access.postsOf(personId, at)) };
  }

  /** The one person of the roster with this phone; null for nobody, and for a number that several share. */
  async byPhone(phone: string): Promise<RosterPerson | null> {
    const sql = `SELECT p.id, p.name, p.enrolledIn, (${POST_AREA}) AS postArea FROM person p WHERE p.phone = ? LIMIT 2`;
    const found: { id: string; name: string; enrolledIn: string | null; postArea: string | null }[] =
      await this.source.query(sql, [phone]);
    const [person] = found;
    if (!person || found.length > 1) return null;
    const areaCode = person.enrolledIn ?? person.postArea;
    return areaCode === null ? null : { id: person.id, name: person.name, areaCode };
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
