import { OutboxLines } from '../../outbox/outbox-lines';
import { replaceWith } from '../../platform/navigation';
import { Button } from '../../ui/button';
import { Box } from '../../ui/primitives/box';

/** The record is on the phone: how far it is, and what may come next. */
export function KeptRecord({ subject, onAnother }: { subject: string; onAnother: () => void }) {
  return (
    <>
      <OutboxLines subject={subject} />
      <Box className="row">
        <Button onPress={onAnother}>再记一条</Button>
        <Button kind="secondary" onPress={() => replaceWith('dutyRecords')}>
          看我的记录
        </Button>
      </Box>
    </>
  );
}
