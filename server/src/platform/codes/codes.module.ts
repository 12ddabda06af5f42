import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { CONFIG, type Config } from '../config';
import { CodeSender, DemoCodeSender, NoCodeSender } from './code-sender';
import { CODE_MINUTES, OneTimeCodes } from './one-time-codes.service';
import { SmsCodeSender } from './sms-code-sender';

/** In the demo nothing is ever sent, even with a gateway set: an invented number may be somebody's real one. */
function senderFor(config: Config): CodeSender {
  if (config.demo) return new DemoCodeSender();
  return config.sms ? new SmsCodeSender(config.sms, CODE_MINUTES) : new NoCodeSender();
}

@Module({
  imports: [AuthModule],
  providers: [OneTimeCodes, { provide: CodeSender, useFactory: senderFor, inject: [CONFIG] }],
  exports: [OneTimeCodes, CodeSender],
})
export class CodesModule {}
