import { Module } from '@nestjs/common';
import { HazardsModule } from '../hazards/hazards.module';
import { NoticesModule } from '../notices/notices.module';
import { PhotosModule } from '../photos/photos.module';
import { TradesModule } from '../trades/trades.module';
import { PublicController } from './public.controller';
import { PublicFollow } from './public-follow.service';
import { PublicNumbers } from './public-numbers.service';
import { PublicPhotos } from './public-photos.service';
import { PublicPointDesk } from './public-point-desk.service';
import { PublicPointsController } from './public-points.controller';
import { PublicPoints } from './public-points.service';
import { PublicPosters } from './public-posters.service';
import { PublicReportViews } from './public-report-views.service';
import { PublicReporters } from './public-reporters.service';
import { PublicReportsController } from './public-reports.controller';
import { PublicReports } from './public-reports.service';
import { PublicSifting } from './public-sifting.service';
import { SafetyStations } from './safety-stations.service';

/** 群众举报: by QR code and without signing in, sifted by 安监站. */
@Module({
  imports: [HazardsModule, NoticesModule, PhotosModule, TradesModule],
  controllers: [PublicController, PublicPointsController, PublicReportsController],
  providers: [
    PublicFollow,
    PublicNumbers,
    PublicPhotos,
    PublicPointDesk,
    PublicPoints,
    PublicPosters,
    PublicReportViews,
    PublicReporters,
    PublicReports,
    PublicSifting,
    SafetyStations,
  ],
  exports: [PublicFollow, PublicPointDesk, PublicReports, PublicSifting],
})
export class PublicReportsModule {}
