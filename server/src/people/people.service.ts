import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Enrol, PersonQuery, PersonView } from '@zerentian/shared/people/person.contract';
import { DataSource, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Ledger } from '../ledger/ledger.service';
import type { Actor } from '../platform/auth/actor';
import { Credential } from '../platform/auth/auth.entity';
import { hashPassword } from '../platform/auth/password';
import { Clock } from '../platform/clock';
import { isDuplicate } from '../platform/database/database-errors';
import { lockedOne } from '../platform/database/locked';
import { holdsWords } from '../platform/database/search-sql';
import { afterKeys, decodeKeys, keysetPage, within } from '../platform/http/keyset';
import { ProblemError } from '../platform/problem';
import type { By } from '../platform/writes/by';
import { momentOf } from '../platform/writes/moment';
import { Writes } from '../platform/writes/writes.service';
import { Access, type HeldPost } from '../posts/access.service';
import { Person } from './person.entity';

const ORDER = ['name', 'id'] as const;
const PAGE = 50;

/** Who may look through the roster: those who manage people, and those who name a stand-in for a vacant post. */
const READERS = new Set<HeldPost['profile']>(['administrator', 'office', 'leader']);

@Injectable()
export class PeopleService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly access: Access,
    private readonly ledger: Ledger,
    private readonly writes: Writes,
    private readonly clock: Clock,
  ) {}

  /** Persons who hold or held a post in the area; for an administrator also those entered there and not yet appointed. */
  async list(actor: Actor, query: PersonQuery) {
    const now = this.clock.now();
    const post = await this.access.actIn(actor, { at: now }, (held) => READERS.has(held.profile));
    const area = await this.access.registerArea(actor, now, query.area);
    const limit = query.limit ?? PAGE;
    const { sql, parameters } = conditions(area, query, post.profile === 'administrator');
    const rows: Person[] = await this.source.query(
      `SELECT id, name, phone, managedBy FROM person WHERE ${sql} ORDER BY ${ORDER.join(', ')} LIMIT ${limit + 1}`,
      parameters,
    );
    return keysetPage(rows, limit, (row) => ORDER.map((column) => row[column]), viewPerson);
  }

  /** A person by id for other features, or null. */
  async find(id: string, tx?: EntityManager): Promise<PersonView | null> {
    const person = await (tx ?? this.source.manager).findOneBy(Person, { id });
    return person && viewPerson(person);
  }

  async count(within?: EntityManager): Promise<number> {
    return (within ?? this.source.manager).countBy(Person, {});
  }

  /** Enters somebody in the roster, with an account if a login is given: the administrator. */
  async enrol(actor: Actor, input: Enrol): Promise<PersonView> {
    const moment = momentOf(input, this.clock.now());
    // Hashing takes its time: not while a transaction is open.
    const passwordHash = input.password === undefined ? null : await hashPassword(input.password);
    return this.writes.once(actor, async (tx) => {
      const wanted = { postId: input.actingPostId, at: moment.occurredAt };
      const post = await this.access.actIn(actor, wanted, (held) => held.profile === 'administrator');
      if ((input.login === undefined) !== (input.password === undefined)) {
        const path = input.login === undefined ? 'login' : 'password';
        throw ProblemError.at('invalid_input', path, '账号和密码要一起填写');
      }
      const by = { personId: actor.personId, postId: post.id, moment };
      return this.enter(tx, by, { ...input, passwordHash, areaCode: post.areaCode });
    });
  }

  /** Writes person, account and their ledger entries in the caller's transaction. The ledger never sees a password's hash. */
  async enter(tx: EntityManager, by: By, input: NewPerson): Promise<PersonView> {
    await this.refuseTaken(tx, input);
    const { name, managedBy, areaCode } = input;
    const person: Person = {
      id: input.id ?? uuidv7(),
      name,
      phone: input.phone ?? null,
      managedBy,
      enrolledIn: areaCode,
      createdAt: by.moment.receivedAt,
    };
    await tx.insert(Person, person).catch(async (error: unknown) => {
      throw isDuplicate(error) ? await whatIsTaken(tx, person) : error;
    });
    await this.ledger.record(tx, {
      ...by,
      areaCode,
      act: 'enrol',
      subjectType: 'person',
      subjectId: person.id,
      changes: { ...person },
    });
    if (input.login !== undefined && input.passwordHash)
      await this.openAccount(tx, by, person.id, { ...input, login: input.login, passwordHash: input.passwordHash });
    return viewPerson(person);
  }

  private async openAccount(
    tx: EntityManager,
    by: By,
    personId: string,
    account: { login: string; passwordHash: string; areaCode: string },
  ): Promise<void> {
    const { login, passwordHash, areaCode } = account;
    await tx.insert(Credential, { personId, login, passwordHash }).catch((error: unknown) => {
      throw isDuplicate(error) ? ProblemError.at('login_taken', 'login', '这个账号已有人使用') : error;
    });
    await this.ledger.record(tx, {
      ...by,
      areaCode,
      act: 'open-account',
      subjectType: 'credential',
      subjectId: personId,
      changes: { personId, login },
    });
  }

  /** Told before anything is written; whoever comes at the same moment is stopped by the unique columns. */
  private async refuseTaken(tx: EntityManager, { phone, login }: NewPerson): Promise<void> {
    if (phone && (await tx.existsBy(Person, { phone }))) throw phoneTaken();
    if (login && (await tx.existsBy(Credential, { login })))
      throw ProblemError.at('login_taken', 'login', '这个账号已有人使用');
  }
}

/** A person to enter, with the area whose chain takes the entry. */
export interface NewPerson extends Pick<Enrol, 'id' | 'name' | 'phone' | 'managedBy' | 'login'> {
  passwordHash: string | null;
  areaCode: string;
}

/** Somebody entered at the same moment has the number or the id. Read as it stands now, not as it stood when the transaction began. */
async function whatIsTaken(tx: EntityManager, { phone }: Person): Promise<ProblemError> {
  const isPhone = phone !== null && (await lockedOne(tx, Person, { phone })) !== null;
  return isPhone ? phoneTaken() : new ProblemError('id_taken');
}

function phoneTaken(): ProblemError {
  return ProblemError.at('phone_taken', 'phone', '名册里已有人登记了这个手机号');
}

function conditions(area: string, query: PersonQuery, alsoNew: boolean): { sql: string; parameters: string[] } {
  const posted = within('p.areaCode', area);
  const enrolled = within('enrolledIn', area);
  const inPost = `SELECT t.personId FROM post p JOIN tenure t ON t.postId = p.id WHERE ${posted.sql}`;
  const known = alsoNew ? `${inPost} UNION SELECT id FROM person WHERE ${enrolled.sql}` : inPost;
  const parameters = alsoNew ? [...posted.parameters, ...enrolled.parameters] : posted.parameters;
  const parts = [{ sql: `id IN (SELECT personId FROM (${known}) known)`, parameters }];
  const words = query.q?.trim();
  if (words) parts.push(holdsWords(['name', 'phone'], words));
  const after = decodeKeys(query.cursor, ORDER.length);
  if (after) parts.push(afterKeys(ORDER, after));
  return { sql: parts.map((part) => part.sql).join(' AND '), parameters: parts.flatMap((part) => part.parameters) };
}

function viewPerson({ id, name, phone, managedBy }: Person): PersonView {
  return { id, name, phone, managedBy };
}
