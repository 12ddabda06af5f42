import { Module } from '@nestjs/common';
import { AreasModule } from '../areas/areas.module';
import { PostsModule } from '../posts/posts.module';
import { ContactsController } from './contacts.controller';
import { ContactsService } from './contacts.service';

@Module({ imports: [AreasModule, PostsModule], controllers: [ContactsController], providers: [ContactsService] })
export class ContactsModule {}
