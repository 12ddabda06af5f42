import { Module } from '@nestjs/common';
import { DutiesModule } from '../duties/duties.module';
import { PostsModule } from '../posts/posts.module';
import { TradesModule } from '../trades/trades.module';
import { AccountabilityController } from './accountability.controller';
import { AccountabilityService } from './accountability.service';

@Module({
  imports: [DutiesModule, PostsModule, TradesModule],
  controllers: [AccountabilityController],
  providers: [AccountabilityService],
})
export class AccountabilityModule {}
