import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { countyPurposeNames } from '@zerentian/shared/hazards/hazard.facts';
import { PhotoGrid } from '../../ui/photo-grid';
import { Box } from '../../ui/primitives/box';
import { Card, Section } from '../../ui/section';
import { TimeText } from '../../ui/time-text';
import { type CountyPaper, countyPapersOf } from './county-papers';

/** What went to the county and what came back: numbers, days, and the papers as photographed. */
export function HazardCounty({ hazard }: { hazard: HazardDetail }) {
  const papers = countyPapersOf(hazard);
  if (papers.length === 0) return null;
  const purpose = hazard.county ? countyPurposeNames[hazard.county.purpose] : undefined;
  return (
    <Section title="和县级的往来" note={purpose}>
      <Card>
        <Box className="stack">
          {papers.map((paper) => (
            <Paper key={paper.name} paper={paper} photos={hazard.photos} />
          ))}
          <Box className="text-note">判定、挂牌、核销都由县级作出，乡里只登记文件。</Box>
        </Box>
      </Card>
    </Section>
  );
}

function Paper({ paper, photos }: { paper: CountyPaper; photos: HazardDetail['photos'] }) {
  const { name, words, event } = paper;
  return (
    <Box className="stack stack--tight">
      <Box className="row row--spread">
        <Box className="text-strong">{name}</Box>
        {event && (
          <Box className="text-third">
            <TimeText at={event.occurredAt} />
          </Box>
        )}
      </Box>
      <Box>{words || '没有编号'}</Box>
      <PhotoGrid photos={photos.filter(({ id }) => event?.photoIds.includes(id))} what={`${name}的文件`} />
    </Box>
  );
}
