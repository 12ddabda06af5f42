import { Global, Module } from '@nestjs/common';
import { AuthModule } from '../platform/auth/auth.module';
import { StorageModule } from '../platform/storage/storage.module';
import { PhotoBytes } from './photo-bytes.service';
import { PhotoCleanup } from './photo-cleanup.service';
import { PhotoFiles } from './photo-files.service';
import { PhotoFinisher } from './photo-finisher.service';
import { PhotoLinks } from './photo-links.service';
import { PhotoUploads } from './photo-uploads.service';
import { PhotosController } from './photos.controller';
import { PhotosService } from './photos.service';
import { UploadParts } from './upload-parts.service';

/** Photos of hazards and duty records: their upload, their files, their links. */
@Global()
@Module({
  imports: [AuthModule, StorageModule],
  controllers: [PhotosController],
  providers: [
    PhotosService,
    PhotoLinks,
    PhotoUploads,
    PhotoFinisher,
    PhotoFiles,
    PhotoBytes,
    PhotoCleanup,
    UploadParts,
  ],
  exports: [PhotosService, PhotoBytes, PhotoLinks, PhotoUploads],
})
export class PhotosModule {}
