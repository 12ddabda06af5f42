import { Module } from '@nestjs/common';
import { TradesModule } from '../trades/trades.module';
import { ChecklistsController } from './checklists.controller';
import { Checklists } from './checklists.service';

@Module({
  imports: [TradesModule],
  controllers: [ChecklistsController],
  providers: [Checklists],
  exports: [Checklists],
})
export class ChecklistsModule {}
