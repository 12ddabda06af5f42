import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type AreaQuery, areaPage, areaQuery } from '@zerentian/shared/areas/area.contract';
import { Answers, FromQuery } from '../platform/http/contract';
import { AreasService } from './areas.service';

@ApiTags('areas')
@Controller('areas')
export class AreasController {
  constructor(private readonly areas: AreasService) {}

  @Get()
  @Answers(areaPage)
  list(@FromQuery(areaQuery) query: AreaQuery) {
    return this.areas.list(query);
  }
}
