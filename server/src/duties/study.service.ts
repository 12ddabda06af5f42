import { Injectable } from '@nestjs/common';
import type { StudyView } from '@zerentian/shared/duties/study.contract';
import type { StaffedPostView } from '@zerentian/shared/posts/post.contract';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { Access } from '../posts/access.service';
import { ownEnterprises } from '../posts/discretion.service';
import { PostsService } from '../posts/posts.service';
import { DutiesService } from './duties.service';
import type { LoadedCatalogue } from './loaded-catalogue';

/** As many posts as one township can have. */
const ALL = 5000;

/** 文件学习: each sentence leads to the duties it makes and to whoever bears them today. */
@Injectable()
export class StudyService {
  constructor(
    private readonly duties: DutiesService,
    private readonly posts: PostsService,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, area?: string): Promise<StudyView> {
    const now = this.clock.now();
    const catalogue = await this.duties.read(actor, area);
    const held = await this.access.postsOf(actor.personId, now);
    const enterprises = ownEnterprises(held);
    const staffed = await this.posts.staffed(catalogue.areaCode, null, { limit: ALL, enterprises });
    const mine = new Set(held.map((post) => post.id));
    const myDuties = new Set(held.flatMap((post) => catalogue.dutiesOf(post.kindKey).map((duty) => duty.key)));
    return {
      ...catalogue.document,
      asOf: now.toISOString(),
      duties: catalogue.duties.map(({ key, title, bearer, clause, quote }) => {
        return {
          key,
          title,
          bearer: bearer.label,
          clause,
          quote,
          postKinds: catalogue.kindsOf(key),
          mine: myDuties.has(key),
        };
      }),
      postKinds: postKinds(catalogue, staffed.items, mine),
    };
  }
}

function postKinds(catalogue: LoadedCatalogue, posts: StaffedPostView[], mine: Set<string>): StudyView['postKinds'] {
  return catalogue.postKinds.map(({ key, name }) => {
    return { key, name, posts: posts.filter((post) => post.kind === key).map((post) => viewPost(post, mine)) };
  });
}

function viewPost(post: StaffedPostView, mine: Set<string>): StudyView['postKinds'][number]['posts'][number] {
  const { id, title, areaCode, areaName, vacant, holders } = post;
  const named = holders.map(({ personId, name, phone, tenureKind, lead }) => ({
    personId,
    name,
    phone,
    tenureKind,
    lead,
  }));
  return { postId: id, post: title, areaCode, areaName, vacant, holders: named, mine: mine.has(id) };
}
