import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/notices.module';
import { SupervisionNoticePapers } from './supervision-notice.paper';
import { SupervisionNoticesController } from './supervision-notices.controller';
import { SupervisionNotices } from './supervision-notices.service';
import { SupervisionReaders } from './supervision-readers.service';

@Module({
  imports: [NoticesModule],
  controllers: [SupervisionNoticesController],
  providers: [SupervisionNoticePapers, SupervisionNotices, SupervisionReaders],
  exports: [SupervisionNotices],
})
export class SupervisionNoticesModule {}
