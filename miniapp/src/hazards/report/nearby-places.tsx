import { useState } from 'react';
import { currentPlace } from '../../platform/location';
import { useSession } from '../../platform/session';
import { Button } from '../../ui/button';
import { Box } from '../../ui/primitives/box';
import { keyOf, placeWords, proposals, valuesAt } from './known-places';
import { recentPlaces } from './recent-places';
import { usePoints } from './report-helpers.api';
import type { ReportPartProps } from './where-fields';

/** Where it probably is, in one tap: what lies near by once the person has said where they are, else where they were last. */
export function NearbyPlaces({ values, onChange }: Omit<ReportPartProps, 'errors'>) {
  const person = useSession((state) => state.person?.id ?? '');
  const [recent] = useState(() => recentPlaces(person));
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle');
  const { data: near = [], isFetching } = usePoints(values.place ?? null);
  const places = proposals(near, recent);
  const ask = async () => {
    setState('asking');
    const place = await currentPlace();
    setState(place ? 'idle' : 'failed');
    if (place) onChange({ place });
  };
  return (
    <Box className="row" role="group" label="常用的地方">
      {places.map((place) => (
        <Button key={keyOf(place)} kind="secondary" small onPress={() => onChange(valuesAt(place, values))}>
          {placeWords(place)}
        </Button>
      ))}
      {!values.place && (
        <Button kind="quiet" small busy={state === 'asking'} busyText="正在定位…" onPress={() => void ask()}>
          按现在的位置找
        </Button>
      )}
      {state === 'failed' && <Box className="text-note">没有取得位置，不影响上报，在下面选就行。</Box>}
      {values.place && !isFetching && near.length === 0 && (
        <Box className="text-note">已附上位置，附近还没有登记过的地方。</Box>
      )}
    </Box>
  );
}
