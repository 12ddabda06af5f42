import { Global, Module } from '@nestjs/common';
import { AreasModule } from '../areas/areas.module';
import { Access } from './access.service';
import { Discretion } from './discretion.service';
import { Holders } from './holders.service';
import { PostKinds } from './post-kinds.service';
import { StandIns } from './stand-ins.service';

/** Permissions and who holds what, for every feature. */
@Global()
@Module({
  imports: [AreasModule],
  providers: [Access, Discretion, Holders, PostKinds, StandIns],
  exports: [Access, Discretion, Holders, PostKinds, StandIns],
})
export class AccessModule {}
