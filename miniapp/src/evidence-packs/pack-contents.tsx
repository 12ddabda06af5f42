import type { EvidenceContents } from '@zerentian/shared/evidence-packs/evidence-pack.contract';
import { useState } from 'react';
import { type ApiProblem, asProblem } from '../platform/api-problem';
import { openPaper } from '../platform/paper';
import { queryString } from '../platform/query-string';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { Loaded } from '../ui/loaded';
import { Box } from '../ui/primitives/box';
import { Card, Facts, Section } from '../ui/section';
import { type PackChoice, useEvidenceContents } from './evidence-packs.api';

const NO_ERRORS = {};

/** What is on record, counted before anything is made; then the two files. */
export function PackContents({ choice }: { choice: PackChoice }) {
  const query = useEvidenceContents(choice, true);
  return (
    <Section title="里面有什么">
      <Loaded query={query}>
        {(contents) => (
          <Box className="stack">
            <Card>
              <Box className="stack stack--tight">
                <Box className="text-strong">{contents.name}</Box>
                <Facts
                  items={contents.parts.map(({ name, count, unit }) => ({ label: name, value: `${count} ${unit}` }))}
                />
              </Box>
            </Card>
            <Making choice={choice} contents={contents} />
          </Box>
        )}
      </Loaded>
    </Section>
  );
}

function Making({ choice, contents }: { choice: PackChoice; contents: EvidenceContents }) {
  const [making, setMaking] = useState<'pdf' | 'xlsx' | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const { name, from, until } = contents;
  const make = async (kind: 'pdf' | 'xlsx') => {
    const { area, unit } = choice;
    setProblem(null);
    setMaking(kind);
    try {
      const query = queryString({ area: unit === '' ? area : '', unit, from, until });
      await openPaper(`/evidence-packs/pack.${kind}${query}`, `迎检材料-${name}-${from}至${until}.${kind}`);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setMaking(null);
    }
  };
  return (
    <>
      <ErrorSummary errors={NO_ERRORS} problem={problem} />
      <Button
        id="make-pdf"
        icon="document"
        busy={making === 'pdf'}
        busyText="正在装订，请稍候…"
        disabled={making !== null}
        onPress={() => void make('pdf')}
      >
        生成 PDF（带目录）
      </Button>
      <Button
        id="make-xlsx"
        kind="secondary"
        busy={making === 'xlsx'}
        busyText="正在生成…"
        disabled={making !== null}
        onPress={() => void make('xlsx')}
      >
        生成 Excel
      </Button>
      <Box className="text-note">内容多的要等几十秒；没有记录不等于没有做，纸质材料可以另附。</Box>
    </>
  );
}
