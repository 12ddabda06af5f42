import { addDays, dateOf } from '@zerentian/shared/calendar';
import { hasCountyLimit } from '@zerentian/shared/hazards/hazard.county';
import { ProblemError } from '../platform/problem';
import type { Moment } from '../platform/writes/moment';
import type { Hazard } from './hazard.entity';

const LONGEST_DAYS = 366;

/** A deadline that the township gives lies between the day of the act and a year later. */
export function checkDeadline(deadline: string | undefined, moment: Moment): void {
  if (deadline === undefined) return;
  const today = dateOf(moment.occurredAt);
  if (deadline < today) throw ProblemError.at('invalid_input', 'deadline', '整改期限不能早于今天');
  checkWithinYear(deadline, moment, 'deadline');
}

/** Nothing is promised for longer than a year from the day of the act. */
export function checkWithinYear(day: string, moment: Moment, field: string): void {
  if (day > addDays(dateOf(moment.occurredAt), LONGEST_DAYS))
    throw ProblemError.at('invalid_input', field, '整改期限最长一年');
}

/** The limit of a listed 重大 hazard moves only by the county's number (延期). */
export function checkCountysLimit(hazard: Hazard, deadline: string | undefined): void {
  if (deadline === undefined || deadline === hazard.deadline || !hasCountyLimit(hazard)) return;
  throw ProblemError.at(
    'invalid_input',
    'deadline',
    '挂牌督办的期限由县级决定，这里不能改；要延期的，请由责任单位申请延期',
  );
}

/** A paper was written by the day on which it is put on record; more than a year ago it is mistyped. */
export function checkPaperDate(paperDate: string | undefined, moment: Moment): void {
  if (paperDate === undefined) return;
  const today = dateOf(moment.occurredAt);
  if (paperDate > today) throw ProblemError.at('invalid_input', 'paperDate', '文件的日期不能晚于登记的这一天');
  if (paperDate < addDays(today, -LONGEST_DAYS))
    throw ProblemError.at('invalid_input', 'paperDate', '请核对文件上的日期');
}

/** The county's limit stands as its paper says, which may reach the township late; what is further off than this is mistyped. */
export function checkCountyLimit(deadline: string, moment: Moment): void {
  const today = dateOf(moment.occurredAt);
  if (deadline < addDays(today, -LONGEST_DAYS) || deadline > addDays(today, 3 * LONGEST_DAYS))
    throw ProblemError.at('invalid_input', 'deadline', '请核对县级文件上的整改期限');
}
