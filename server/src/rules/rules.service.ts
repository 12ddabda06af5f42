import { Inject, Injectable } from '@nestjs/common';
import { holidaysOf } from '@zerentian/shared/rules/holidays.contract';
import type { Rules } from '@zerentian/shared/rules/rules';
import {
  type RulesView,
  ruleKeys,
  ruleKinds,
  ruleUnitNames,
  rungCaseNames,
} from '@zerentian/shared/rules/rules.contract';
import { CONFIG, type Config } from '../platform/config';
import { type RulesInForce, readRules } from './rules-files';

/** The numbers of the closed loop, read once as the server starts; a mistake in them keeps it from starting. */
@Injectable()
export class RulesService {
  /** For pure rules, which take them as a parameter. */
  readonly current: Rules;
  private readonly inForce: RulesInForce;

  constructor(@Inject(CONFIG) config: Config) {
    this.inForce = readRules(config.dataDir);
    const { values, escalation, years } = this.inForce;
    this.current = { values, escalation, holidays: holidaysOf(years) };
  }

  /** By which rung something was told, in words with its source. */
  rungWords(key: string): string {
    const rung = this.inForce.escalation.find((it) => it.key === key);
    if (!rung) return key;
    return `${rungCaseNames[rung.case]}满 ${rung.after} ${ruleUnitNames[rung.unit]}（${rung.source}）`;
  }

  /** Each number with its source. */
  view(): RulesView {
    const { values, own, escalation, years } = this.inForce;
    return {
      rules: ruleKeys.map((key) => ({ key, name: ruleKinds[key].name, ...values[key], own: own.has(key) })),
      escalation,
      holidays: years.map(({ year, number, source, verified, off, work }) => ({
        ...{ year, number, source, verified },
        ...{ off, work },
      })),
    };
  }
}
