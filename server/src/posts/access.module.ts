import { Global, Module } from '@nestjs/common';
import { AreasModule } from '../areas/areas.module';
import { Access } from './access.service';
import { Discretion } from './discretion.service';
import { Holders } from './holders.service';
import { StandIns } from './stand-ins.service';

/** Permissions, for every feature. */
@Global()
@Module({
  imports: [AreasModule],
  providers: [Access, Discretion, Holders, StandIns],
  exports: [Access, Discretion, Holders, StandIns],
})
export class AccessModule {}
