import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { newId } from '../../platform/id';
import { useDraft } from '../../platform/use-draft';
import { Button } from '../../ui/button';
import { Page } from '../../ui/page';
import { Box } from '../../ui/primitives/box';
import { RoomNotice } from '../../ui/room-notice';
import { EmptyState, Kept } from '../../ui/states';
import { useMayInspect } from '../may-inspect';
import { ItemsStep } from './items-step';
import { SignStep } from './sign-step';
import { UnitStep } from './unit-step';
import { emptyVisit, type VisitValues } from './visit-values';
import './visit.scss';

export const VISIT_DRAFT = 'inspect';

/** A visit from the choice of the unit to the signature, kept after every key. */
export default function VisitPage() {
  const mayInspect = useMayInspect();
  return (
    <Page title="安全检查" section="inspections">
      {mayInspect ? (
        <Visit />
      ) : (
        <EmptyState title="这个岗位不做检查">
          检查由乡领导、分管负责人、站所和包村干部做。村和企业发现问题，请用“上报隐患”。
        </EmptyState>
      )}
    </Page>
  );
}

function Visit() {
  const { params } = useRouter();
  const [empty] = useState(() => emptyVisit(newId()));
  const draft = useDraft<VisitValues>(VISIT_DRAFT, empty);
  const { values, change, restored } = draft;
  const parts = { values, onChange: change };
  return (
    <Box className="stack narrow">
      <RoomNotice />
      {restored && values.unit && (
        <Kept words={`已恢复没有送出的检查：${values.unit.name}。`} verb="重新开始" onPress={draft.clear} />
      )}
      {values.step === 'unit' && <UnitStep {...parts} unitId={params.unit ?? ''} campaignId={params.campaign ?? ''} />}
      {values.step === 'items' && <ItemsStep {...parts} />}
      {values.step === 'sign' && <SignStep {...parts} onDone={draft.clear} />}
      {values.step !== 'unit' && (
        <Button kind="quiet" small onPress={() => change({ step: values.step === 'sign' ? 'items' : 'unit' })}>
          {values.step === 'sign' ? '返回修改检查项' : '换一家单位或检查表'}
        </Button>
      )}
    </Box>
  );
}

/** What each step of a visit is given. */
export interface VisitStepProps {
  values: VisitValues;
  onChange: (part: Partial<VisitValues>) => void;
}
