import { Module } from '@nestjs/common';
import { DutiesModule } from '../duties/duties.module';
import { HazardsModule } from '../hazards/hazards.module';
import { TradesModule } from '../trades/trades.module';
import { PaperRegister } from './paper-register.service';
import { PapersController } from './papers.controller';
import { Papers } from './papers.service';

@Module({
  imports: [DutiesModule, HazardsModule, TradesModule],
  controllers: [PapersController],
  providers: [PaperRegister, Papers],
  exports: [PaperRegister, Papers],
})
export class PapersModule {}
