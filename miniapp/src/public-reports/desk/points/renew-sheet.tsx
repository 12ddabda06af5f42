import { type PublicPointRow, renewPublicPoint } from '@zerentian/shared/public-reports/public-point.contract';
import { useCallback, useState } from 'react';
import { tell } from '../../../platform/tell';
import { useSubmission } from '../../../platform/use-submission';
import { Button } from '../../../ui/button';
import { ErrorSummary } from '../../../ui/error-summary';
import { TextInput } from '../../../ui/field';
import { Box } from '../../../ui/primitives/box';
import { Sheet } from '../../../ui/sheet';
import { renewPoint } from '../public-sifting.api';

interface RenewSheetProps {
  point: PublicPointRow | null;
  onClose: () => void;
}

/** A code that is abused or lost: the new one takes its place, the old poster says so. */
export function RenewSheet({ point, onClose }: RenewSheetProps) {
  return (
    <Sheet id="renew-sheet" open={point !== null} title={`换新二维码：${point?.unitName ?? ''}`} onClose={onClose}>
      {point?.pointId && <RenewForm pointId={point.pointId} onDone={onClose} />}
    </Sheet>
  );
}

function RenewForm({ pointId, onDone }: { pointId: string; onDone: () => void }) {
  const [text, setText] = useState('');
  const send = useCallback((body: object, key: string) => renewPoint(pointId, body, key), [pointId]);
  const sending = useSubmission<object, unknown>({
    contract: renewPublicPoint,
    send,
    onDone: () => {
      tell('已换新，请重新打印海报');
      onDone();
    },
  });
  return (
    <Box className="stack">
      <ErrorSummary errors={{}} problem={sending.problem} />
      <Box>旧的二维码马上停用，扫到的人会看到“已换新”。已经收到的举报不受影响。换新后请重新打印、张贴。</Box>
      <TextInput id="text" label="原因" value={text} error={sending.errors.text} onChange={setText} />
      <Button id="send-renew" kind="alert" wide busy={sending.busy} onPress={() => void sending.submit({ text })}>
        停用旧的，换新二维码
      </Button>
    </Box>
  );
}
