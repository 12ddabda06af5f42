import type { StudyView } from '@zerentian/shared/duties/study.contract';
import { Box } from '../ui/primitives/box';
import { Sheet } from '../ui/sheet';
import { dutiesOf } from './bearers';
import { DutyCard } from './duty-card';
import type { ReadingSentence } from './reading';

interface SentenceSheetProps {
  study: StudyView;
  sentence: ReadingSentence | null;
  onClose: () => void;
}

/** What a sentence makes: each duty with its words, who bears it, and who that is today. */
export function SentenceSheet({ study, sentence, onClose }: SentenceSheetProps) {
  const duties = sentence ? dutiesOf(study, sentence.duties) : [];
  return (
    <Sheet
      id="sentence"
      open={sentence !== null}
      title={`这句话有 ${duties.length} 项职责`}
      closeText="关闭"
      onClose={onClose}
    >
      <Box className="sentence__words">{sentence?.text}</Box>
      <Box as="ul" className="stack">
        {duties.map((duty) => (
          <DutyCard key={duty.key} duty={duty} study={study} />
        ))}
      </Box>
    </Sheet>
  );
}
