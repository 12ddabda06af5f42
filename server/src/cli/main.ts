import 'reflect-metadata';
import { Command } from 'commander';
import { VERSION } from '../platform/version';
import { adminCommands } from './admin.command';
import { areaCommands } from './areas.command';
import { catalogueCommands } from './catalogue.command';
import { demoCommands } from './demo.command';
import { explain } from './explain';
import { ledgerCommands } from './ledger.command';

/** `npm run cli -- …`: what an operator does beside the running server. One file per group of commands. */
const program = new Command('npm run cli --').description('责任田 Zerentian').version(VERSION);
adminCommands(program);
areaCommands(program);
catalogueCommands(program);
demoCommands(program);
ledgerCommands(program);

program.parseAsync().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});
