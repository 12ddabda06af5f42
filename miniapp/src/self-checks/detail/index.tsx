import { useRouter } from '@tarojs/taro';
import type { SelfCheckView } from '@zerentian/shared/self-checks/self-check.contract';
import { selfCheckStateNames } from '@zerentian/shared/self-checks/self-check.lifecycle';
import type { ReactNode } from 'react';
import { OutboxLines, useUnsent } from '../../outbox/outbox-lines';
import { open } from '../../platform/navigation';
import { useRefresh } from '../../platform/use-refresh';
import { Button } from '../../ui/button';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { PhotoGrid } from '../../ui/photo-grid';
import { Box } from '../../ui/primitives/box';
import { Card, Facts, Section } from '../../ui/section';
import { StateTag, TagRow } from '../../ui/tag';
import { dateWords } from '../../ui/time/time-words';
import { titleOf, toneOf } from '../self-check-words';
import { selfCheckSubject, useSelfCheck } from '../self-checks.api';
import { FixForm } from './fix-form';
import { OtherSteps } from './other-steps';

/** One that I have just entered is here before the server has it: on its way, in my own words. */
export default function SelfCheckPage() {
  const { params } = useRouter();
  const id = params.id ?? '';
  const unsent = useUnsent(selfCheckSubject(id));
  return (
    <Page title="自查详情" section="selfChecks">
      <Box className="stack narrow">
        <OutboxLines subject={selfCheckSubject(id)} />
        {!unsent?.creates && <Entry id={id} waits={unsent !== undefined} />}
      </Box>
    </Page>
  );
}

/** While a step of mine has not arrived, no other is offered. */
function Entry({ id, waits }: { id: string; waits: boolean }) {
  const query = useSelfCheck(id);
  useRefresh(query.refetch);
  return (
    <Loaded query={query} instead={{ page: 'selfChecks', words: '返回自查清单' }}>
      {(entry) => (
        <>
          <What entry={entry} />
          {entry.state === 'open' && !waits && <FixForm entry={entry} />}
          {entry.hazardId && <Referred hazardId={entry.hazardId} />}
          {!waits && <OtherSteps entry={entry} />}
        </>
      )}
    </Loaded>
  );
}

function What({ entry }: { entry: SelfCheckView }) {
  return (
    <Card>
      <Box className="stack">
        <TagRow>
          <StateTag text={selfCheckStateNames[entry.state]} tone={toneOf(entry.state)} />
          {entry.level === 'suspected-major' && <StateTag text="疑似重大" tone="alert" />}
        </TagRow>
        <Box className="text-written text-strong">{titleOf(entry)}</Box>
        <PhotoGrid photos={entry.photos} what="整改前的照片" />
        <Facts items={factsOf(entry)} />
        <PhotoGrid photos={entry.afterPhotos} what="改好后的照片" />
      </Box>
    </Card>
  );
}

function factsOf(entry: SelfCheckView): { label: string; value: ReactNode }[] {
  const facts = [
    { label: '部位', value: entry.spot },
    { label: '查出', value: dateWords(entry.foundOn) },
    { label: '判定依据', value: entry.standardClause },
    { label: '怎么改的', value: entry.remedy },
    { label: '改好', value: entry.fixedOn && dateWords(entry.fixedOn) },
    { label: '整改责任人', value: entry.rectifier },
    { label: '省平台编号', value: entry.externalNumber },
    { label: '登记人', value: entry.enteredBy },
  ];
  return facts.filter(({ value }) => value !== null);
}

function Referred({ hazardId }: { hazardId: string }) {
  return (
    <Section title="已经上报">
      <Box className="text-note">疑似重大由县级认定。后面的办理在那条隐患里看。</Box>
      <Button id="open-hazard" kind="secondary" wide onPress={() => open('hazard', { id: hazardId })}>
        看这条隐患办到哪一步
      </Button>
    </Section>
  );
}
