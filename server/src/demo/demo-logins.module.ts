import { Module } from '@nestjs/common';
import { DemoLoginsController } from './demo-logins.controller';

@Module({ controllers: [DemoLoginsController] })
export class DemoLoginsModule {}
