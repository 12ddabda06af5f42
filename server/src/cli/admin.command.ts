import { enrol } from '@zerentian/shared/people/person.contract';
import type { Command } from 'commander';
import { DemoService } from '../demo/demo.service';
import { parse } from '../platform/http/contract';
import { FirstAdministrator } from '../posts/first-administrator.service';
import { askPassword } from './ask-password';
import { withApp } from './with-app';

interface Options {
  login: string;
  name: string;
  phone?: string;
  area?: string;
}

/** `admin create`: the first login of a new installation. */
export function adminCommands(program: Command): void {
  const admin = program.command('admin').description('系统管理员 administrators');
  admin
    .command('create')
    .description(
      'enter a person with a login in the post of 系统管理员; the password is asked for, or read from standard input',
    )
    .requiredOption('--login <login>', '账号')
    .requiredOption('--name <name>', '姓名')
    .option('--phone <number>', '手机号')
    .option('--area <code>', '乡镇或县的代码 area code; not needed where the register has one township')
    .action(create);
}

async function create({ area, ...options }: Options): Promise<void> {
  const password = await askPassword();
  const input = parse(enrol, { ...options, password, managedBy: 'township' });
  await withApp(async ({ nest }) => {
    await nest.get(DemoService, { strict: false }).seed(false);
    const { login, areaName } = await nest
      .get(FirstAdministrator, { strict: false })
      .create({ ...input, login: options.login, password }, area);
    console.log(`已建立${areaName}系统管理员账号 ${login}，现在可以登录，录入单位、岗位和人员。`);
  });
}
