import type { Command } from 'commander';
import { DemoService } from '../demo/demo.service';
import { demoBanner } from '../demo/demo-banner';
import { CommandError } from './explain';
import { withApp } from './with-app';

/** `demo seed`: the invented township. */
export function demoCommands(program: Command): void {
  const demo = program.command('demo').description('示例数据 the invented township');
  demo
    .command('seed')
    .description('fill an empty database with the demo township; refused in production')
    .action(() =>
      withApp(async ({ nest }, config) => {
        if (!config.demo)
          throw new CommandError('没有开启演示（DEMO=0 或生产环境），不写入示例数据 the demo is off here');
        const filled = await nest.get(DemoService, { strict: false }).seedIfEmpty();
        if (!filled)
          throw new CommandError('数据库里已有内容，没有写入示例数据 the database is not empty: nothing was written');
        console.log(demoBanner());
      }),
    );
}
