import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { contactQuery, contactsView } from '@zerentian/shared/contacts/contact.contract';
import type * as z from 'zod/mini';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, FromQuery } from '../platform/http/contract';
import { ContactsService } from './contacts.service';

@ApiTags('contacts')
@Controller('contacts')
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  @Get()
  @Answers(contactsView)
  list(@CurrentActor() actor: Actor, @FromQuery(contactQuery) query: z.infer<typeof contactQuery>) {
    return this.contacts.list(actor, query.area);
  }
}
