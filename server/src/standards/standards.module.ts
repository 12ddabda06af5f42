import { Module } from '@nestjs/common';
import { TradesModule } from '../trades/trades.module';
import { BuiltInStandards } from './built-in-standards.service';
import { StandardsController } from './standards.controller';
import { StandardsService } from './standards.service';

@Module({
  imports: [TradesModule],
  controllers: [StandardsController],
  providers: [BuiltInStandards, StandardsService],
  exports: [BuiltInStandards, StandardsService],
})
export class StandardsModule {}
