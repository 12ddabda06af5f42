import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../platform/auth/actor';
import { ProblemError } from '../platform/problem';
import { Access, chosenPost, type HeldPost } from '../posts/access.service';

/** An enterprise as its own list needs it. */
export interface Enterprise {
  id: string;
  name: string;
  areaCode: string;
  trade: string | null;
}

/** In which post somebody acts for which enterprise. */
export interface ActingFor {
  post: HeldPost;
  unit: Enterprise;
}

const UNITS = `SELECT id, name, areaCode, trade FROM unit WHERE kind = 'enterprise' AND id IN`;

/** Who acts for an enterprise: its head, and whoever else is registered in a post of it (安全员). Nobody of the township does. */
@Injectable()
export class EnterprisePosts {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly access: Access,
  ) {}

  /**
   * The post acted in and its enterprise: the unit named, else the first that fits.
   * @throws forbidden where no post of an enterprise is held, outside_scope where another one's is meant, post_not_held
   */
  async acting(
    actor: Actor,
    wanted: { postId?: string | undefined; unitId?: string | undefined; at: Date },
    tx: EntityManager = this.source.manager,
  ): Promise<ActingFor> {
    const held = await this.access.postsOf(actor.personId, wanted.at);
    const units = await this.units(held, tx);
    const post = chosenPost(
      held,
      wanted.postId,
      (it) => units.has(it.unitId),
      (it) => wanted.unitId === undefined || it.unitId === wanted.unitId,
    );
    const unit = units.get(post.unitId);
    if (!unit) throw new ProblemError('forbidden');
    return { post, unit };
  }

  private async units(held: HeldPost[], tx: EntityManager): Promise<Map<string, Enterprise>> {
    const posts = held.filter(({ profile }) => profile === 'enterprise-head' || profile === 'member');
    const ids = [...new Set(posts.map((post) => post.unitId))];
    if (ids.length === 0) return new Map();
    const rows = await tx.query<Enterprise[]>(`${UNITS} (${ids.map(() => '?').join(', ')})`, ids);
    return new Map(rows.map((row) => [row.id, row]));
  }
}
