import { Module } from '@nestjs/common';
import { PointsController } from './points.controller';
import { Points } from './points.service';

@Module({ controllers: [PointsController], providers: [Points] })
export class PointsModule {}
