import { Global, Module } from '@nestjs/common';
import { AuthModule } from '../platform/auth/auth.module';
import { PhotoLinks } from './photo-links.service';
import { PhotosService } from './photos.service';

/** Photos of hazards and duty records. */
@Global()
@Module({ imports: [AuthModule], providers: [PhotosService, PhotoLinks], exports: [PhotosService, PhotoLinks] })
export class PhotosModule {}
