import { Controller, Get, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { rulesView } from '@zerentian/shared/rules/rules.contract';
import { Answers } from '../platform/http/contract';
import { RulesService } from './rules.service';

@ApiTags('rules')
@ApiBearerAuth()
@Controller('rules')
export class RulesController {
  @Inject() private readonly rules: RulesService;

  @Get()
  @Answers(rulesView)
  all() {
    return this.rules.view();
  }
}
