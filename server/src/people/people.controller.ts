import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Enrol,
  enrol,
  type PersonQuery,
  personPage,
  personQuery,
  personView,
} from '@zerentian/shared/people/person.contract';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, FromBody, FromQuery } from '../platform/http/contract';
import { PeopleService } from './people.service';

@ApiTags('people')
@Controller('persons')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get()
  @Answers(personPage)
  list(@CurrentActor() actor: Actor, @FromQuery(personQuery) query: PersonQuery) {
    return this.people.list(actor, query);
  }

  @Post()
  @Answers(personView, 201)
  enrol(@CurrentActor() actor: Actor, @FromBody(enrol) input: Enrol) {
    return this.people.enrol(actor, input);
  }
}
