import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dateOf } from '@zerentian/shared/calendar';
import type { Enrol } from '@zerentian/shared/people/person.contract';
import { DataSource, type EntityManager } from 'typeorm';
import { AreasService } from '../areas/areas.service';
import { PeopleService } from '../people/people.service';
import { hashPassword } from '../platform/auth/password';
import { Clock } from '../platform/clock';
import { ProblemError } from '../platform/problem';
import type { By } from '../platform/writes/by';
import { momentOf } from '../platform/writes/moment';
import { Writes } from '../platform/writes/writes.service';
import { UnitsService } from '../units/units.service';
import { PostsService } from './posts.service';
import { TenuresService } from './tenures.service';

const POST = `
  SELECT p.id FROM post p JOIN post_kind k ON k.\`key\` = p.kindKey WHERE k.profile = 'administrator' AND p.areaCode = ? ORDER BY p.id LIMIT 1`;

/** The first login of a new installation: an administrator, who then enters everybody else. */
@Injectable()
export class FirstAdministrator {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly writes: Writes,
    private readonly areas: AreasService,
    private readonly units: UnitsService,
    private readonly people: PeopleService,
    private readonly posts: PostsService,
    private readonly tenures: TenuresService,
  ) {}

  /**
   * Enters the person in the post of 系统管理员 of a township or county; post and unit are made where they are missing. It is on nobody's
   * account in the ledger: nobody is there yet.
   * @throws no_catalogue, unknown_area, login_taken, phone_taken
   */
  async create(
    input: Enrol & { login: string; password: string },
    area?: string,
  ): Promise<{ login: string; areaName: string }> {
    const { code, name } = await this.areas.get(area ?? (await this.onlyTownship()));
    if (code.length !== 6 && code.length !== 9) throw ProblemError.at('invalid_input', 'area', '管理员设在乡镇或县');
    const passwordHash = await hashPassword(input.password);
    const moment = momentOf({}, this.clock.now());
    const by = { personId: null, postId: null, moment };
    await this.writes.transaction(async (tx) => {
      const person = await this.people.enter(tx, by, { ...input, passwordHash, areaCode: code });
      const postId = await this.postOf(tx, by, code, name);
      await this.tenures.enter(tx, by, {
        personId: person.id,
        postId,
        kind: 'regular',
        from: dateOf(moment.occurredAt),
      });
    });
    return { login: input.login, areaName: name };
  }

  private async onlyTownship(): Promise<string> {
    const rows = await this.source.query<{ code: string }[]>('SELECT code FROM area WHERE LENGTH(code) = 9 LIMIT 2');
    if (rows.length !== 1 || !rows[0])
      throw ProblemError.at('invalid_input', 'area', '系统里不止一个乡镇，请用 --area 写明代码');
    return rows[0].code;
  }

  private async postOf(tx: EntityManager, by: By, areaCode: string, areaName: string): Promise<string> {
    const [post] = await tx.query<{ id: string }[]>(POST, [areaCode]);
    if (post) return post.id;
    const kinds = await tx.query<{ key: string }[]>(
      "SELECT `key` FROM post_kind WHERE profile = 'administrator' ORDER BY `key` LIMIT 1",
    );
    if (!kinds[0])
      throw new ProblemError('no_catalogue', '岗位类别里还没有系统管理员。请先用 catalogue import 导入职责清单。');
    const unitId = await this.unitOf(tx, by, areaCode, areaName);
    return (await this.posts.enter(tx, by, { kind: kinds[0].key, unitId, areaCode })).id;
  }

  private async unitOf(tx: EntityManager, by: By, areaCode: string, areaName: string): Promise<string> {
    const kind = areaCode.length === 9 ? 'government' : 'county';
    const [unit] = await tx.query<{ id: string }[]>(
      'SELECT id FROM unit WHERE areaCode = ? AND kind = ? ORDER BY id LIMIT 1',
      [areaCode, kind],
    );
    return unit?.id ?? (await this.units.enter(tx, by, { name: `${areaName}人民政府`, kind, areaCode })).id;
  }
}
