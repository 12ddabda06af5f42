import type { SelfCheckImportCheck, SelfCheckImported } from '@zerentian/shared/self-checks/self-check.contract';
import { useRef, useState } from 'react';
import { type ApiProblem, asProblem } from '../../platform/api-problem';
import { newId } from '../../platform/id';
import { chooseTable, type TableFile } from '../../platform/table-file';
import { checkImport, importList } from '../self-checks.api';

/** What is going on: how much has been sent (0 to 1), or that all of it has and the server is reading. */
export interface Going {
  what: 'check' | 'import';
  sent: number;
}

/** Choose, look at what it would bring, enter: one file after another. */
export function useImport() {
  const [file, setFile] = useState<TableFile | null>(null);
  const [checked, setChecked] = useState<SelfCheckImportCheck | null>(null);
  const [done, setDone] = useState<SelfCheckImported | null>(null);
  const [going, setGoing] = useState<Going | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  /** The same file is entered under the same key, however often the button is pressed. */
  const key = useRef('');

  const run = async (what: Going['what'], act: (onSent: (sent: number) => void) => Promise<void>) => {
    setProblem(null);
    setGoing({ what, sent: 0 });
    try {
      await act((sent) => setGoing({ what, sent }));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setGoing(null);
    }
  };

  const choose = async () => {
    const chosen = await chooseTable();
    if (!chosen) return;
    key.current = newId();
    setFile(chosen);
    setChecked(null);
    setDone(null);
    await run('check', async (onSent) => setChecked(await checkImport(chosen.bytes, onSent)));
  };

  const enter = async () => {
    if (!file) return;
    await run('import', async (onSent) => {
      setDone(await importList(file.bytes, key.current, onSent));
      setChecked(null);
    });
  };

  return { file, checked, done, going, problem, choose, enter };
}
