import type { StudyView } from '@zerentian/shared/duties/study.contract';
import { Box, Span } from '../ui/primitives/box';
import { dateWords } from '../ui/time/time-words';
import { TimeText } from '../ui/time-text';

/** Which paper this is, and as of when the names in it are. */
export function DocumentHead({ study }: { study: StudyView }) {
  return (
    <Box>
      <Box className="text-note">{`${study.number} · ${study.issuedBy} · ${dateWords(study.issuedOn)}`}</Box>
      {study.example && <Box className="text-note">示例文件</Box>}
      <Box className="text-third">
        <Span>责任人截至 </Span>
        <TimeText at={study.asOf} />
      </Box>
    </Box>
  );
}
