import { showElement } from '../platform/show-element';
import { Box } from '../ui/primitives/box';
import { Pressable } from '../ui/primitives/pressable';
import { contentsOf, type ReadingClause } from './reading';

/** 目录: at a desk beside the text, on a phone in a sheet. */
export function Contents({ clauses, onChosen }: { clauses: readonly ReadingClause[]; onChosen?: () => void }) {
  const go = (anchor: string) => {
    onChosen?.();
    showElement(anchor);
  };
  return (
    <Box as="nav" label="目录" className="contents">
      {contentsOf(clauses).map(({ anchor, text, depth }) => (
        <Pressable key={anchor} className={`contents__item contents__item--${depth}`} onPress={() => go(anchor)}>
          {text}
        </Pressable>
      ))}
    </Box>
  );
}
