import type { Place } from '@zerentian/shared/fields';
import { placeUnit } from '@zerentian/shared/points/point.contract';
import type { UnitView } from '@zerentian/shared/units/unit.contract';
import { useState } from 'react';
import { currentPlace } from '../../platform/location';
import { useSession } from '../../platform/session';
import { tell } from '../../platform/tell';
import { useSubmission } from '../../platform/use-submission';
import { Button } from '../../ui/button';
import { ErrorSummary } from '../../ui/error-summary';
import { TextInput } from '../../ui/field';
import { Box } from '../../ui/primitives/box';
import { placeOfUnit } from '../units.api';
import { mayPlaceUnit } from './may-place-unit';
import { pointFrom, pointWords } from './point-words';

/** A map that people copy from in China tells gcj02. */
const MAPS = 'gcj02';
const WRONG = '要两个数：纬度和经度，例如 39.52701, 112.81635';
const NOWHERE = '没有取得位置。可以从地图上复制经纬度填在这里。';

interface UnitPlaceProps {
  unit: UnitView;
  onChanged: (unit: UnitView) => void;
}

/** Where a unit is. Whoever reports near by is then offered it. */
export function UnitPlace({ unit, onChanged }: UnitPlaceProps) {
  const post = mayPlaceUnit(
    useSession((state) => state.posts),
    unit,
  );
  return (
    <Box className="stack stack--tight">
      <Box className="text-strong">{unit.place ? `位置 ${pointWords(unit.place)}` : '还没有设位置'}</Box>
      {post && <PlaceForm unit={unit} postId={post.id} onChanged={onChanged} />}
    </Box>
  );
}

/** From a map at the desk, or standing there. */
function PlaceForm({ unit, postId, onChanged }: UnitPlaceProps & { postId: string }) {
  const [words, setWords] = useState('');
  const [trouble, setTrouble] = useState('');
  const sending = useSubmission({
    contract: placeUnit,
    send: (body, key) => placeOfUnit(unit.id, body, key),
    onDone: (changed) => {
      setWords('');
      tell(changed.place ? '位置已保存' : '位置已去掉');
      onChanged(changed);
    },
  });
  const save = (place: Place | null, instead = '') => {
    setTrouble(place === null ? instead : '');
    if (place !== null || instead === '') void sending.submit({ place, actingPostId: postId });
  };
  return (
    <>
      <ErrorSummary errors={sending.errors} problem={sending.problem} />
      <TextInput
        id="unit-point"
        label="从地图上复制经纬度"
        hint="高德、腾讯地图上点一下就能复制，例如 39.52701, 112.81635"
        optional
        value={words}
        error={trouble || undefined}
        onChange={setWords}
      />
      <Box className="row">
        <Button id="save-point" small busy={sending.busy} onPress={() => save(pointFrom(words, MAPS), WRONG)}>
          保存位置
        </Button>
        <Button kind="secondary" small onPress={() => void currentPlace().then((place) => save(place, NOWHERE))}>
          我就在这里
        </Button>
        {unit.place && (
          <Button kind="quiet" small onPress={() => save(null)}>
            去掉位置
          </Button>
        )}
      </Box>
    </>
  );
}
