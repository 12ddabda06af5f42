import type { Place } from '@zerentian/shared/fields';
import { useState } from 'react';
import { currentPlace } from '../platform/location';
import { Button } from './button';
import { Box } from './primitives/box';

interface PlaceFieldProps {
  /** What goes on without a place: 上报, 记录. */
  act: string;
  value: Place | null;
  onChange: (place: Place | null) => void;
}

/** Where it was, only if the person likes; never asked for by itself, and nothing waits for it. */
export function PlaceField({ act, value, onChange }: PlaceFieldProps) {
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle');
  const ask = async () => {
    setState('asking');
    const place = await currentPlace();
    setState(place ? 'idle' : 'failed');
    if (place) onChange(place);
  };
  return (
    <Box className="row">
      <Button kind="secondary" small busy={state === 'asking'} busyText="正在定位…" onPress={() => void ask()}>
        {value ? '重新定位' : '附上现在的位置'}
      </Button>
      {value && (
        <>
          <Box className="text-note">{placeWords(value)}</Box>
          <Button kind="quiet" small onPress={() => onChange(null)}>
            去掉
          </Button>
        </>
      )}
      {state === 'failed' && (
        <Box className="text-note">{`没有取得位置，不影响${act}。可在手机设置里允许定位后再试。`}</Box>
      )}
    </Box>
  );
}

function placeWords({ accuracy }: Place): string {
  return accuracy ? `已附上位置，约 ${Math.round(accuracy)} 米内` : '已附上位置';
}
