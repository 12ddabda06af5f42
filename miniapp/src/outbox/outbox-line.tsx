import { useState } from 'react';
import { clockOffset } from '../platform/clock';
import { open } from '../platform/navigation';
import { discard, formIsTaken, retry, takeBack } from '../platform/outbox/outbox';
import { isFinished, type OutboxItem } from '../platform/outbox/outbox-item';
import { Button } from '../ui/button';
import { Box } from '../ui/primitives/box';
import { Card } from '../ui/section';
import { StateTag, TagRow } from '../ui/tag';
import { TimeText } from '../ui/time-text';
import { explained, happenedAt, stateWords } from './outbox-words';
import { useGetting } from './use-getting';

interface OutboxLineProps {
  item: OutboxItem;
  /** It stands on the page of the thing itself, which needs no way there. */
  here?: boolean;
}

/** One thing of mine on its way: what it is, how far it is, and what I can do about it. */
export function OutboxLine({ item, here = false }: OutboxLineProps) {
  const getting = useGetting(item);
  const { text, tone } = stateWords(item, getting);
  return (
    <Card>
      <Box className="stack stack--tight">
        <TagRow>
          <StateTag text={text} tone={tone} />
          <TimeText at={happenedAt(item, clockOffset())} />
        </TagRow>
        <Box className="text-strong">{item.title}</Box>
        {item.about && <Box className="text-note">{item.about}</Box>}
        <Box role="status" className="stack stack--tight">
          {explained(item, getting).map((words) => (
            <Box key={words} className={tone === 'alert' ? 'text-written' : 'text-note'}>
              {words}
            </Box>
          ))}
        </Box>
        <Actions item={item} here={here} sending={getting.sending === item.id} />
      </Box>
    </Card>
  );
}

/** Nothing is thrown away without being asked twice. */
type Asking = 'discard' | 'edit' | null;

function Actions({ item, here, sending }: { item: OutboxItem; here: boolean; sending: boolean }) {
  const [asking, setAsking] = useState<Asking>(null);
  const isRefused = item.state === 'refused';
  const isToRead = isFinished(item) && (item.kept || item.photos.some(({ state }) => state === 'lost'));
  const edit = () => {
    if (asking === null && formIsTaken(item)) setAsking('edit');
    else reopen(item);
  };
  if (asking)
    return (
      <AskTwice asking={asking} onNo={() => setAsking(null)} onYes={asking === 'edit' ? edit : () => discard(item)} />
    );
  return (
    <Box className="row">
      {!here && item.page && (isRefused || item.state === 'delivered') && (
        <Button
          kind={movedOn(item) ? 'primary' : 'quiet'}
          small
          onPress={() => item.page && open(item.page.page, item.page.params)}
        >
          看最新进展
        </Button>
      )}
      {isRefused && item.form && !isOver(item) && (
        <Button small kind={movedOn(item) ? 'secondary' : 'primary'} onPress={edit}>
          修改后再发
        </Button>
      )}
      {isRefused && (
        <Button kind="secondary" small onPress={() => retry(item)}>
          原样再发
        </Button>
      )}
      {isToRead && (
        <Button kind="quiet" small onPress={() => discard(item)}>
          知道了
        </Button>
      )}
      {item.state !== 'delivered' && !sending && (
        <Button kind="quiet" small onPress={() => setAsking('discard')}>
          放弃
        </Button>
      )}
    </Box>
  );
}

const MOVED_ON: readonly string[] = ['step_not_allowed', 'conflict', 'not_found', 'already_reminded'];

/** Others were quicker, and it was refused or kept otherwise: looking comes before anything else. */
function movedOn({ refusal, kept }: OutboxItem): boolean {
  return kept !== undefined || (refusal !== undefined && MOVED_ON.includes(refusal.code));
}

/** The form that it came from is not open any more: taken back into it, the words would be out of sight. */
function isOver({ refusal }: OutboxItem): boolean {
  return refusal?.code === 'step_not_allowed';
}

const QUESTIONS = {
  discard: { words: '放弃后，这一条和没发出的照片会从手机里删除，找不回来。', yes: '确定放弃' },
  edit: { words: '这张表里还有另一条没写完的，改这一条会把它替换掉。', yes: '替换并修改' },
} as const;

function AskTwice({ asking, onYes, onNo }: { asking: 'discard' | 'edit'; onYes: () => void; onNo: () => void }) {
  const { words, yes } = QUESTIONS[asking];
  return (
    <Box className="stack stack--tight" role="alert">
      <Box className="text-alert">{words}</Box>
      <Box className="row">
        <Button kind="alert" small onPress={onYes}>
          {yes}
        </Button>
        <Button kind="secondary" small onPress={onNo}>
          先留着
        </Button>
      </Box>
    </Box>
  );
}

function reopen(item: OutboxItem): void {
  const { form } = item;
  if (!form) return;
  takeBack(item, form);
  open(form.page, form.params);
}
