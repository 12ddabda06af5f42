import type { StudyView } from '@zerentian/shared/duties/study.contract';
import { Box } from '../ui/primitives/box';
import { Sheet } from '../ui/sheet';
import { BearerCard } from './bearer-card';
import { dutiesOf, groupsOf } from './bearers';
import type { ReadingSentence } from './reading';

interface SentenceSheetProps {
  study: StudyView;
  sentence: ReadingSentence | null;
  onClose: () => void;
}

/** What a sentence makes: who bears it, who that is today, and each duty with its words. */
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
        {groupsOf(duties).map((group) => (
          <BearerCard key={group.bearer} group={group} study={study} />
        ))}
      </Box>
    </Sheet>
  );
}
