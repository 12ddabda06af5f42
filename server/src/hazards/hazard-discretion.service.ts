import { Injectable } from '@nestjs/common';
import type { HazardOrigin, HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { concernedUnits, learnsOfPublic, originTold, TOLD_AS } from '@zerentian/shared/hazards/hazard.origin';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { Access, type HeldPost } from '../posts/access.service';
import { Discretion } from '../posts/discretion.service';
import type { Hazard } from './hazard.entity';

/** A hazard as its reader may know it: numbers as in 通讯录, and not to everybody that the public reported it (hazard.origin.ts). */
@Injectable()
export class HazardDiscretion {
  constructor(
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly discretion: Discretion,
  ) {}

  async told<T extends HazardView>(actor: Actor, hazard: T): Promise<T> {
    return this.toldTo(await this.access.postsOf(actor.personId, this.clock.now()), hazard);
  }

  /** The same for who holds these posts. */
  async toldTo<T extends HazardView>(posts: HeldPost[], hazard: T): Promise<T> {
    const [told] = await this.allToldTo(posts, [hazard]);
    return told as T;
  }

  allToldTo<T extends HazardView>(posts: HeldPost[], hazards: T[]): Promise<T[]> {
    const told = hazards.map((hazard) => {
      const origin = originTold(hazard.origin, hazard, posts);
      return origin === hazard.origin ? hazard : { ...hazard, origin, originId: null };
    });
    return this.discretion.toldTo(posts, told);
  }
}

/** Narrows to an origin as who holds these posts is told it: what is told as another is found under that other. */
export function ofOriginTold(select: SelectQueryBuilder<Hazard>, origin: HazardOrigin, posts: HeldPost[]): void {
  const units = concernedUnits(posts);
  const own = '(h.unitId IN (:...units) OR h.responsibleUnitId IN (:...units))';
  const mine = units.length === 0 ? '1 = 0' : own;
  // Columns may be null, and NOT of null is neither: so what is one's own is counted out by a case.
  const hidden = learnsOfPublic(posts) ? `CASE WHEN ${mine} THEN 1 ELSE 0 END = 1` : '1 = 1';
  const shown = learnsOfPublic(posts) ? `CASE WHEN ${mine} THEN 1 ELSE 0 END = 0` : '1 = 0';
  select.andWhere(
    new Brackets((any) => {
      any.where(`h.origin = :origin${origin === 'public' ? ` AND ${shown}` : ''}`, { origin, units });
      if (origin === TOLD_AS) any.orWhere(`h.origin = 'public' AND ${hidden}`);
    }),
  );
}
