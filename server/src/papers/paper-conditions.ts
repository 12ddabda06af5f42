import type { HazardPaper } from '@zerentian/shared/hazards/hazard.papers.contract';
import type { Profile } from '@zerentian/shared/posts/profile';
import type { PastAct } from '../ledger/ledger-history.service';
import { ProblemError } from '../platform/problem';
import { factsOf } from './paper-facts';

/** Who reports on their own house does not inspect it. */
const INSIDERS: ReadonlySet<Profile | null> = new Set<Profile>(['village-head', 'enterprise-head']);

/**
 * The act that a paper is about: the report, the last 交办, the last 复查. @throws step_not_allowed, with the reason in plain words,
 * while there is none.
 */
export function aboutOf(kind: HazardPaper, acts: PastAct[], reporter: Profile | null): PastAct {
  const [report] = acts;
  if (!report) throw new ProblemError('not_found');
  if (kind === 'inspection-record') {
    if (INSIDERS.has(reporter))
      throw refused('这条隐患是村或企业自己上报的，不是检查发现的，所以没有《安全检查记录》。');
    return report;
  }
  if (kind === 'rectification-notice') return required(handedOver(acts), notAssigned(report));
  const recheck = acts.findLast((act) => act.act === 'hazard-verify' || act.act === 'hazard-return');
  return required(recheck, '这条隐患还没有复查，所以没有《复查意见书》。复查合格或退回重改后就能打印。');
}

const HANDS_OVER = ['hazard-report', 'hazard-approve', 'hazard-assign', 'hazard-record-listing'];

/** The act that handed the matter to a unit: on the spot, by 签批, anew after 重新启动, or by the county's 挂牌督办. */
export function handedOver(acts: PastAct[]): PastAct | undefined {
  return acts.findLast((act) => HANDS_OVER.includes(act.act) && factsOf(act).to === 'assigned');
}

function notAssigned(report: PastAct): string {
  if (report.content?.changes.path === 'fixed') return '这条隐患是即查即改的，当场已改好，没有发《隐患整改通知单》。';
  return '这条隐患还没有交办给整改责任单位，所以没有《隐患整改通知单》。交办以后就能打印。';
}

function required(act: PastAct | undefined, words: string): PastAct {
  if (!act) throw refused(words);
  return act;
}

function refused(words: string): ProblemError {
  return new ProblemError('step_not_allowed', words);
}
