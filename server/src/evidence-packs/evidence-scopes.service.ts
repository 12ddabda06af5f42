import { Injectable } from '@nestjs/common';
import { covers, townshipOf } from '@zerentian/shared/areas/area.contract';
import { addDays, daysBetween, startOf } from '@zerentian/shared/calendar';
import type { EvidencePackQuery } from '@zerentian/shared/evidence-packs/evidence-pack.contract';
import { isSafetyStation } from '@zerentian/shared/hazards/hazard.roles';
import type { Profile } from '@zerentian/shared/posts/profile';
import { AreasService } from '../areas/areas.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { ProblemError } from '../platform/problem';
import { Access, type HeldPost } from '../posts/access.service';
import { UnitsService } from '../units/units.service';
import type { PackAsk, PackScope } from './evidence-source';

const LONGEST_DAYS = 366;
const OF_TOWNSHIP: ReadonlySet<Profile> = new Set<Profile>(['leader', 'deputy', 'office']);

/** Who may have a pack made, and of whom: 安监站, 党政综合办 and leaders of their township and all in it, villages of theirs, enterprises of their own. */
@Injectable()
export class EvidenceScopes {
  constructor(
    private readonly access: Access,
    private readonly areas: AreasService,
    private readonly clock: Clock,
    private readonly units: UnitsService,
  ) {}

  /** @throws forbidden, unknown_area, unknown_unit, outside_scope, invalid_input for a span that is none or longer than a year */
  async ask(actor: Actor, query: EvidencePackQuery): Promise<PackAsk> {
    const { from, until } = query;
    if (until < from) throw ProblemError.at('invalid_input', 'until', '结束日期不能早于开始日期');
    if (daysBetween(from, until) > LONGEST_DAYS)
      throw ProblemError.at('invalid_input', 'until', '一次最多一年，请分段生成');
    const now = this.clock.now();
    const posts = (await this.access.postsOf(actor.personId, now)).filter(mayAsk);
    const [first] = posts;
    if (!first) throw new ProblemError('forbidden');
    const span = { from, until, start: startOf(from), end: startOf(addDays(until, 1)) };
    return { actor, now, scope: { ...(await this.whose(posts, first, query)), ...span } };
  }

  private async whose(posts: HeldPost[], first: HeldPost, { area, unit }: EvidencePackQuery) {
    if (unit !== undefined) return this.enterprise(posts, unit);
    if (area !== undefined) return this.area(posts, area);
    return first.profile === 'enterprise-head'
      ? this.enterprise(posts, first.unitId)
      : this.area(posts, isOfTownship(first) ? (townshipOf(first.areaCode) ?? first.areaCode) : first.areaCode);
  }

  private async enterprise(posts: HeldPost[], id: string): Promise<Whose> {
    const unit = await this.units.find(id);
    if (unit?.kind !== 'enterprise') throw ProblemError.at('unknown_unit', 'unit', '没有找到这家企业');
    const reaches = (post: HeldPost) =>
      post.profile === 'enterprise-head'
        ? post.unitId === id
        : post.profile !== 'village-head' && covers(post.areaCode, unit.areaCode);
    const widest = posts
      .filter(reaches)
      .map(reachOf)
      .sort((a, b) => a.length - b.length)[0];
    if (widest === undefined) throw new ProblemError('outside_scope');
    return { kind: 'enterprise', name: unit.name, areaCode: unit.areaCode, unitId: id, reach: widest };
  }

  private async area(posts: HeldPost[], code: string): Promise<Whose> {
    const { name } = await this.areas.get(code, 'area');
    const reaches = (post: HeldPost) => post.profile !== 'enterprise-head' && covers(post.areaCode, code);
    if (code.length < 9 || !posts.some(reaches)) throw new ProblemError('outside_scope');
    return { kind: code.length === 12 ? 'village' : 'township', name, areaCode: code, unitId: null, reach: code };
  }
}

type Whose = Pick<PackScope, 'kind' | 'name' | 'areaCode' | 'unitId' | 'reach'>;

/** As `visibleThrough` has it: what an enterprise's head sees goes by the unit, wherever it lies. */
function reachOf(post: HeldPost): string {
  return post.profile === 'enterprise-head' ? '' : post.areaCode;
}

function isOfTownship(post: HeldPost): boolean {
  return OF_TOWNSHIP.has(post.profile) || isSafetyStation(post);
}

function mayAsk(post: HeldPost): boolean {
  const own: readonly Profile[] = ['village-team', 'village-head', 'enterprise-head'];
  return isOfTownship(post) || own.includes(post.profile);
}
