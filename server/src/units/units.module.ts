import { Module } from '@nestjs/common';
import { AreasModule } from '../areas/areas.module';
import { TradesModule } from '../trades/trades.module';
import { UnitsController } from './units.controller';
import { UnitsService } from './units.service';

@Module({
  imports: [AreasModule, TradesModule],
  controllers: [UnitsController],
  providers: [UnitsService],
  exports: [UnitsService],
})
export class UnitsModule {}
