import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@zerentian/shared/fields';
import { type PlaceUnit, placeUnit } from '@zerentian/shared/points/point.contract';
import {
  type CreateUnit,
  createUnit,
  type UnitQuery,
  unitPage,
  unitQuery,
  unitView,
} from '@zerentian/shared/units/unit.contract';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, FromBody, FromPath, FromQuery } from '../platform/http/contract';
import { UnitsService } from './units.service';

@ApiTags('units')
@Controller('units')
export class UnitsController {
  constructor(private readonly units: UnitsService) {}

  @Get()
  @Answers(unitPage)
  list(@CurrentActor() actor: Actor, @FromQuery(unitQuery) query: UnitQuery) {
    return this.units.list(actor, query);
  }

  @Get(':id')
  @Answers(unitView)
  read(@CurrentActor() actor: Actor, @FromPath('id', id) unitId: string) {
    return this.units.read(actor, unitId);
  }

  @Post()
  @Answers(unitView, 201)
  create(@CurrentActor() actor: Actor, @FromBody(createUnit) input: CreateUnit) {
    return this.units.create(actor, input);
  }

  @Post(':id/place')
  @Answers(unitView)
  setPlace(@CurrentActor() actor: Actor, @FromPath('id', id) unitId: string, @FromBody(placeUnit) input: PlaceUnit) {
    return this.units.setPlace(actor, unitId, input);
  }
}
