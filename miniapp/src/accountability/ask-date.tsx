import { dateOf } from '@zerentian/shared/calendar';
import { useState } from 'react';
import { serverNow } from '../platform/clock';
import { Button } from '../ui/button';
import { DateField } from '../ui/field';
import { Box, Span } from '../ui/primitives/box';
import type { Asked } from './asked';

interface AskDateProps {
  asked: Asked;
  onChange: (part: Partial<Asked>) => void;
}

/** Today, unless another day is asked for; and, for those who look into the past, what was known then. */
export function AskDate({ asked, onChange }: AskDateProps) {
  const [open, setOpen] = useState(asked.at !== '' || asked.knownAt !== '');
  const today = dateOf(serverNow());
  if (!open) {
    return (
      <Box className="row">
        <Span className="text-note">按今天的任职</Span>
        <Button kind="quiet" small onPress={() => setOpen(true)}>
          看往日
        </Button>
      </Box>
    );
  }
  const backToToday = () => {
    setOpen(false);
    onChange({ at: '', knownAt: '' });
  };
  return (
    <Box className="ask-date">
      <DateField
        id="ask-at"
        label="哪一天"
        max={today}
        value={asked.at || today}
        onChange={(at) => onChange({ at: at === today ? '' : at })}
      />
      <KnownAt asked={asked} onChange={onChange} today={today} />
      <Button kind="quiet" small onPress={backToToday}>
        回到今天
      </Button>
    </Box>
  );
}

function KnownAt({ asked, onChange, today }: AskDateProps & { today: string }) {
  const [open, setOpen] = useState(asked.knownAt !== '');
  if (!open) {
    return (
      <Button
        kind="quiet"
        small
        onPress={() => {
          setOpen(true);
          onChange({ knownAt: asked.at || today });
        }}
      >
        按当时所知
      </Button>
    );
  }
  return (
    <DateField
      id="ask-known"
      label="当时所知，截至"
      hint="不算这天以后才补登的任免"
      max={today}
      value={asked.knownAt}
      onChange={(knownAt) => onChange({ knownAt })}
    />
  );
}
