import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type CreatePost,
  createPost,
  type PostQuery,
  postPage,
  postQuery,
  postView,
} from '@zerentian/shared/posts/post.contract';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, FromBody, FromQuery } from '../platform/http/contract';
import { PostsService } from './posts.service';

@ApiTags('posts')
@Controller('posts')
export class PostsController {
  constructor(private readonly posts: PostsService) {}

  @Get()
  @Answers(postPage)
  list(@CurrentActor() actor: Actor, @FromQuery(postQuery) query: PostQuery) {
    return this.posts.list(actor, query);
  }

  @Post()
  @Answers(postView, 201)
  create(@CurrentActor() actor: Actor, @FromBody(createPost) input: CreatePost) {
    return this.posts.create(actor, input);
  }
}
