import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { kindDepth } from '@zerentian/shared/accountability/superior.rule';
import type { ContactsView } from '@zerentian/shared/contacts/contact.contract';
import { type ContactUnit, groupContacts } from '@zerentian/shared/contacts/contact.rule';
import { DataSource } from 'typeorm';
import { AreasService } from '../areas/areas.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { within } from '../platform/http/keyset';
import { Access } from '../posts/access.service';
import { Discretion } from '../posts/discretion.service';
import { PostKinds } from '../posts/post-kinds.service';
import { PostsService } from '../posts/posts.service';

/** As many posts as a county can have; a township has some hundred. */
const ALL = 20_000;

/** 通讯录: every unit of a township with whoever holds its posts today; a vacant post is shown as such. Who is shown what: Discretion. */
@Injectable()
export class ContactsService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly access: Access,
    private readonly discretion: Discretion,
    private readonly areas: AreasService,
    private readonly posts: PostsService,
    private readonly kinds: PostKinds,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, wanted?: string): Promise<ContactsView> {
    const now = this.clock.now();
    const code = await this.access.registerArea(actor, now, wanted);
    const { name } = await this.areas.get(code);
    const own = await this.discretion.enterprisesOf(actor);
    const { sql, parameters } = within('areaCode', code);
    const [units, posts] = await Promise.all([
      this.source.query<ContactUnit[]>(
        `SELECT id, name, kind, areaCode, phone FROM unit WHERE ${sql} ORDER BY areaCode, name, id`,
        parameters,
      ),
      this.posts.staffed(code, null, { limit: ALL, enterprises: own }),
    ]);
    const shown = units.filter((unit) => own === null || unit.kind !== 'enterprise' || own.has(unit.id));
    const kinds = await this.kinds.all();
    return {
      asOf: now.toISOString(),
      area: { code, name },
      groups: groupContacts(shown, posts.items, (kind) => kindDepth(kinds, kind)),
    };
  }
}
