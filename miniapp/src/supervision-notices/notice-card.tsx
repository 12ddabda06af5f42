import {
  type SupervisionNoticeView,
  supervisionOutcomeNames,
} from '@zerentian/shared/supervision-notices/supervision-notice.contract';
import { Box } from '../ui/primitives/box';
import { Pressable } from '../ui/primitives/pressable';
import { StateTag, TagRow } from '../ui/tag';
import { dateWords } from '../ui/time/time-words';
import { TimeText } from '../ui/time-text';

/** One 监督提示 of the list; a tap shows it whole. */
export function NoticeCard({ notice, onOpen }: { notice: SupervisionNoticeView; onOpen: () => void }) {
  return (
    <Box as="li">
      <Pressable className="card supervision-card" onPress={onOpen}>
        <TagRow>
          <StateTag
            text={notice.outcome ? supervisionOutcomeNames[notice.outcome] : '未阅'}
            tone={notice.outcome ? 'done' : 'active'}
          />
          {notice.explanation !== null && <StateTag text="已说明" />}
        </TagRow>
        <Box className="text-strong">{`${notice.named.post ?? ''}的“${notice.step}”`}</Box>
        <Box>{notice.matter}</Box>
        <Box className="text-note">{`应在${dateWords(notice.dueOn)}前办完`}</Box>
        <Box className="text-third">
          {`${notice.number}，`}
          <TimeText plain at={notice.madeAt} />
        </Box>
      </Pressable>
    </Box>
  );
}
