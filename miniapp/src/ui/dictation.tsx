import { useRef, useState } from 'react';
import { canDictate, type Dictating, dictate } from '../platform/dictation';
import { Button } from './button';
import { Box } from './primitives/box';

/** Speaks in place of typing, where the browser itself offers it; elsewhere the keyboard does, and there is no button. */
export function Dictation({ onText }: { onText: (said: string) => void }) {
  const [state, setState] = useState<'idle' | 'listening' | 'failed'>('idle');
  const running = useRef<Dictating | null>(null);
  const latest = useRef(onText);
  latest.current = onText;
  if (!canDictate()) return null;
  const start = () => {
    setState('listening');
    running.current = dictate(
      (said) => latest.current(said),
      (isHeard) => setState(isHeard ? 'idle' : 'failed'),
    );
  };
  return (
    <>
      {state === 'listening' ? (
        <Button kind="secondary" small onPress={() => running.current?.stop()}>
          正在听，说完点这里
        </Button>
      ) : (
        <Button kind="quiet" small onPress={start}>
          用说的
        </Button>
      )}
      {state === 'failed' && <Box className="text-note">没有听清。可以再试，或用键盘上的话筒。</Box>}
    </>
  );
}
