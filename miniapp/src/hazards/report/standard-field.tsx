import { hazardLevelNames } from '@zerentian/shared/hazards/hazard.facts';
import type { StandardView } from '@zerentian/shared/standards/standard.contract';
import { isWanted } from '@zerentian/shared/standards/standard.rule';
import { useState } from 'react';
import { basisLine } from '../../standards/standard-words';
import { useLibrary } from '../../standards/standards.api';
import { Button } from '../../ui/button';
import { List } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { Box } from '../../ui/primitives/box';
import { Pressable } from '../../ui/primitives/pressable';
import { TextField } from '../../ui/primitives/text-input';
import { Sheet } from '../../ui/sheet';
import { EmptyState } from '../../ui/states';
import { StateTag } from '../../ui/tag';
import { withStandard } from './report-values';
import type { ReportPartProps } from './where-fields';

type StandardProps = Omit<ReportPartProps, 'errors'>;

/** Choosing beats typing: an entry of the library says what it is, how grave, by which clause, and of which trade. */
export function StandardChoice({ values, onChange }: StandardProps) {
  const [open, setOpen] = useState(false);
  const choose = (entry: StandardView) => {
    setOpen(false);
    onChange(withStandard(values, entry));
  };
  return (
    <>
      <Button id="choose-standard" kind="quiet" small onPress={() => setOpen(true)}>
        从标准库里选
      </Button>
      <Sheet id="standard-sheet" open={open} title="从标准库里选" onClose={() => setOpen(false)}>
        <StandardSearch trade={values.unitTrade} words={values.description} onChoose={choose} />
      </Sheet>
    </>
  );
}

/** What the chosen entry rests on, and what it advises. */
export function StandardNotes({ values, onChange }: StandardProps) {
  if (values.basis === '' && values.advice === '') return null;
  return (
    <Box className="stack stack--tight">
      {values.advice !== '' && <Box className="text-note">{`整改建议：${values.advice}`}</Box>}
      {values.basis !== '' && (
        <Box className="row">
          <Box className="text-note">{`依据：${values.basis}`}</Box>
          <Button kind="quiet" small onPress={() => onChange({ basis: '', advice: '' })}>
            去掉依据
          </Button>
        </Box>
      )}
    </Box>
  );
}

interface StandardSearchProps {
  /** That of the unit, if one is chosen. */
  trade: string;
  words: string;
  onChoose: (entry: StandardView) => void;
}

/** Drawn at once: whoever does not see it in these writes a word more. */
const AT_ONCE = 20;

function StandardSearch({ trade, words, onChoose }: StandardSearchProps) {
  const [asked, setAsked] = useState(words.length <= 6 ? words : '');
  const query = useLibrary();
  return (
    <Box className="stack">
      <TextField
        id="standard-search"
        type="search"
        placeholder="输入几个字，如 配电箱"
        value={asked}
        onChange={setAsked}
      />
      <Loaded query={query}>
        {(entries) => {
          const found = entries.filter((entry) => isWanted(entry, { q: asked, trade }));
          if (found.length === 0) return <EmptyState title="没有找到">换几个字试试，或者直接写一句话。</EmptyState>;
          return (
            <>
              <List label="标准">
                {found.slice(0, AT_ONCE).map((entry) => (
                  <StandardOption key={entry.id} entry={entry} onChoose={onChoose} />
                ))}
              </List>
              {found.length > AT_ONCE && (
                <Box className="text-note">{`还有 ${found.length - AT_ONCE} 条，再输入几个字。`}</Box>
              )}
            </>
          );
        }}
      </Loaded>
    </Box>
  );
}

function StandardOption({ entry, onChoose }: { entry: StandardView; onChoose: (entry: StandardView) => void }) {
  return (
    <Box as="li" className="list__row">
      <Pressable className="list-item list-item--link list-item--tall standard-option" onPress={() => onChoose(entry)}>
        <Box>{entry.wording}</Box>
        <Box className="list-item__note">{basisLine(entry)}</Box>
        {entry.level !== 'general' && <StateTag text={hazardLevelNames[entry.level]} tone="alert" />}
      </Pressable>
    </Box>
  );
}
