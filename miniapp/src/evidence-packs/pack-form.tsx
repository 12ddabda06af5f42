import { dateOf } from '@zerentian/shared/calendar';
import type { HeldPostView } from '@zerentian/shared/people/session.contract';
import { VillageChoice } from '../areas/village-choice';
import { serverNow } from '../platform/clock';
import type { FieldErrors } from '../platform/form-errors';
import { Choices } from '../ui/choices';
import { DateField, Field } from '../ui/field';
import { Box } from '../ui/primitives/box';
import { UnitField } from '../units/unit-field';
import type { PackChoice } from './evidence-packs.api';
import { nameOf, type SpanName, spanOf } from './pack-choice';

const SPANS: readonly { value: SpanName; text: string }[] = [
  { value: 'month', text: '本月' },
  { value: 'quarter', text: '本季度' },
  { value: 'year', text: '今年' },
];

interface PackFormProps {
  post: Pick<HeldPostView, 'profile' | 'areaCode'>;
  choice: PackChoice;
  errors: FieldErrors;
  onChange: (choice: PackChoice) => void;
}

/** Whose and of when; heads of enterprises and villages are asked for the days alone. */
export function PackForm({ post, choice, errors, onChange }: PackFormProps) {
  const today = dateOf(serverNow());
  const isAlone = post.profile === 'enterprise-head' || post.profile === 'village-head';
  return (
    <>
      {!isAlone && (
        <>
          {choice.unit === '' && (
            <Field id="filter-area" label="哪个村" hint="不选就是您负责的全部地方">
              <VillageChoice value={choice.area} onChange={(area) => onChange({ ...choice, area })} />
            </Field>
          )}
          <UnitField
            id="unitId"
            label="哪家企业"
            hint="选了企业，就只装订这一家的"
            optional
            area={choice.area || post.areaCode}
            value={choice.unit}
            error={undefined}
            onChange={(unit) => onChange({ ...choice, unit })}
          />
        </>
      )}
      <Field id="span" label="哪段时间">
        <Choices
          id="span"
          label="哪段时间"
          value={nameOf(choice, serverNow())}
          options={SPANS}
          onChange={(name) => onChange({ ...choice, ...spanOf(name, serverNow()) })}
        />
      </Field>
      <Box className="pack-days">
        <DateField
          id="from"
          label="从哪天"
          max={today}
          value={choice.from}
          error={errors.from}
          onChange={(from) => onChange({ ...choice, from })}
        />
        <DateField
          id="until"
          label="到哪天（含）"
          max={today}
          value={choice.until}
          error={errors.until}
          onChange={(until) => onChange({ ...choice, until })}
        />
      </Box>
    </>
  );
}
