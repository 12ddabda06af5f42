import {
  type HazardDetail,
  hazardOriginNames,
  hazardPathNames,
  ownershipNames,
} from '@zerentian/shared/hazards/hazard.contract';
import { DUE_STATES } from '@zerentian/shared/hazards/hazard.deadline';
import { hazardStateNames } from '@zerentian/shared/hazards/hazard.vocabulary';
import type { ReactNode } from 'react';
import { serverNow } from '../../platform/clock';
import { PhotoGrid } from '../../ui/photo-grid';
import { Box, Heading, Span } from '../../ui/primitives/box';
import { Card, Facts } from '../../ui/section';
import { StateTag, TagRow } from '../../ui/tag';
import { dateWords, isCounted } from '../../ui/time/time-words';
import { DueText, TimeText } from '../../ui/time-text';
import { levelTag, placeOf, titleOf, toneOf } from '../hazard-words';
import { CountyClock } from './county-clock';
import { StageLine } from './stage-line';

/** What it is, where, how far, until when. */
export function HazardFacts({ hazard }: { hazard: HazardDetail }) {
  const level = levelTag(hazard.level);
  return (
    <Card>
      <Box className="stack">
        <TagRow>
          <StateTag text={hazardStateNames[hazard.state]} tone={toneOf(hazard.state)} />
          {level && <StateTag text={level} tone="alert" />}
          {hazard.watched && <StateTag text="乡级重点督办" tone="alert" />}
          <StateTag text={hazardPathNames[hazard.path]} />
          {hazard.overdueDays > 0 && <StateTag text={`逾期 ${hazard.overdueDays} 天`} tone="alert" />}
        </TagRow>
        <Heading level={2} className="hazard-title">
          {titleOf(hazard)}
        </Heading>
        <CountyClock hazard={hazard} />
        <StageLine hazard={hazard} />
        <PhotoGrid photos={hazard.photos.filter(({ id }) => hazard.photoIds.includes(id))} what="隐患照片" />
        <Facts items={factsOf(hazard)} />
      </Box>
    </Card>
  );
}

function factsOf(hazard: HazardDetail): { label: string; value: ReactNode }[] {
  const facts: { label: string; value: ReactNode }[] = [{ label: '地点', value: placeOf(hazard) }];
  if (hazard.responsibleUnitName) {
    const owner = hazard.ownership ? `（${ownershipNames[hazard.ownership]}）` : '';
    facts.push({ label: '整改责任单位', value: `${hazard.responsibleUnitName}${owner}` });
  }
  if (hazard.assistingUnitName) facts.push({ label: '协助单位', value: hazard.assistingUnitName });
  if (hazard.deadline) facts.push({ label: '整改期限', value: <Deadline hazard={hazard} due={hazard.deadline} /> });
  if (hazard.standardClause) facts.push({ label: '判定依据', value: hazard.standardClause });
  facts.push({ label: '来源', value: hazardOriginNames[hazard.origin] });
  if (hazard.reporter) {
    facts.push({
      label: '上报',
      value: (
        <>
          <Span>{`${hazard.reporter.name ?? ''} ${hazard.reporter.post ?? ''} `}</Span>
          <TimeText at={hazard.occurredAt} />
        </>
      ),
    });
  }
  facts.push({ label: '编号', value: <Span className="text-whole">{hazard.number}</Span> });
  return facts;
}

/** The last day and how far it is; how far no longer matters once the unit has submitted. */
function Deadline({ hazard, due }: { hazard: HazardDetail; due: string }) {
  return (
    <>
      <Span>{dateWords(due)}</Span>
      {DUE_STATES.includes(hazard.state) && isCounted(due, serverNow()) && (
        <>
          <Span>，</Span>
          <DueText plain due={due} />
        </>
      )}
    </>
  );
}
