import { useState } from 'react';
import { asProblem } from '../platform/api-problem';
import { openPaper } from '../platform/paper';
import { tell } from '../platform/tell';
import { Button } from './button';

interface PaperButtonProps {
  id: string;
  /** Under `/api`. */
  path: string;
  /** What it is called: 安全检查记录. */
  name: string;
  number: string;
}

/** Opens a paper that the server makes. */
export function PaperButton({ id, path, name, number }: PaperButtonProps) {
  const [opening, setOpening] = useState(false);
  const show = async () => {
    setOpening(true);
    try {
      await openPaper(path, `${name}-${number}.pdf`);
    } catch (error) {
      tell(asProblem(error).title);
    } finally {
      setOpening(false);
    }
  };
  return (
    <Button id={id} kind="secondary" icon="record" wide busy={opening} busyText="正在生成…" onPress={() => void show()}>
      {`打开《${name}》`}
    </Button>
  );
}
