import type { ChecklistView } from '@zerentian/shared/checklists/checklist.contract';
import { checklistsFor } from '@zerentian/shared/checklists/checklist.rule';
import type { CoverageItem } from '@zerentian/shared/inspections/inspection.contract';
import { useEffect, useRef, useState } from 'react';
import { useCampaign } from '../../campaigns/campaigns.api';
import { TextInput } from '../../ui/field';
import { List } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { Box } from '../../ui/primitives/box';
import { Pressable } from '../../ui/primitives/pressable';
import { EmptyState } from '../../ui/states';
import { UnitField } from '../../units/unit-field';
import { lastVisitWords } from '../inspection-words';
import { useChecklists, useCoverage } from '../inspections.api';
import type { VisitStepProps } from './index';
import type { VisitedUnit } from './visit-values';

interface UnitStepProps extends Pick<VisitStepProps, 'onChange'> {
  /** The unit and the campaign that a link names, or empty. */
  unitId: string;
  campaignId: string;
}

/** Whom to visit: those of a campaign, else those nobody looked at this quarter, longest ago first; any other by its name. */
export function UnitStep({ onChange, unitId, campaignId }: UnitStepProps) {
  const coverage = useCoverage();
  const checklists = useChecklists();
  const campaign = useCampaign(campaignId);
  const begin = (unit: VisitedUnit) => {
    if (!checklists.data) return;
    const preferred = checklists.data.find((list) => list.key === campaign.data?.checklistKey);
    onChange(begun(unit, campaignId, preferred ?? checklistsFor(checklists.data, unit.trade)[0]));
  };
  useAsked(unitId, coverage.data?.items, checklists.data !== undefined, begin);
  const targets = campaign.data?.units.filter((unit) => unit.visits === 0).map((unit) => unit.unitId);
  return (
    <Loaded query={checklists}>
      {() => (
        <Loaded query={coverage}>
          {({ items }) => (
            <UnitProposals
              items={targets ? items.filter((it) => targets.includes(it.unitId)) : items}
              onChoose={begin}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

/** A visit that begins: a new unit asks its own list anew. */
function begun(unit: VisitedUnit, campaignId: string, list: ChecklistView | undefined) {
  const checklist = list ? { key: list.key, version: list.version, title: list.title, items: list.items } : null;
  return { unit, campaignId, checklist, answers: {}, added: [], step: 'items' as const, inspectedName: unit.principal };
}

/** A unit that a link names is begun at once, as soon as it is known. */
function useAsked(
  unitId: string,
  items: readonly CoverageItem[] | undefined,
  ready: boolean,
  begin: (unit: VisitedUnit) => void,
): void {
  const done = useRef(false);
  useEffect(() => {
    const asked = items?.find((item) => item.unitId === unitId);
    if (done.current || !asked || !ready) return;
    done.current = true;
    begin(unitOf(asked));
  }, [unitId, items, ready, begin]);
}

function unitOf({ unitId, unitName, areaCode, trade, principal }: CoverageItem): VisitedUnit {
  return { id: unitId, name: unitName, areaCode, trade, principal: principal ?? '' };
}

const SHOWN = 12;

function UnitProposals({ items, onChoose }: { items: readonly CoverageItem[]; onChoose: (unit: VisitedUnit) => void }) {
  const [words, setWords] = useState('');
  const found = items.filter((item) => item.unitName.includes(words.trim()));
  return (
    <>
      <TextInput
        id="unit-words"
        label="检查哪家单位"
        hint="没检查过的、检查得早的排在前面"
        placeholder="输入名称里的几个字"
        type="search"
        value={words}
        onChange={setWords}
      />
      {found.length === 0 ? (
        <EmptyState title="没有找到这家企业">换几个字试试；不是企业的，在下面选。</EmptyState>
      ) : (
        <List label="单位">
          {found.slice(0, SHOWN).map((item) => (
            <Box as="li" key={item.unitId} className="list__row">
              <Pressable
                className="list-item list-item--link list-item--tall visit-unit"
                onPress={() => onChoose(unitOf(item))}
              >
                <Box className="list-item__text">{item.unitName}</Box>
                <Box className="list-item__note">{lastVisitWords(item)}</Box>
              </Pressable>
            </Box>
          ))}
        </List>
      )}
      <UnitField
        id="other-unit"
        label="学校、医院、村集体的场所"
        optional
        area=""
        value=""
        error={undefined}
        onChange={(id, unit) => {
          if (!unit) return;
          const { name, areaCode, trade, principal } = unit;
          onChoose({ id, name, areaCode, trade, principal: principal ?? '' });
        }}
      />
    </>
  );
}
