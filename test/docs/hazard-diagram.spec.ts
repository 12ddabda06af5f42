import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hazardDiagram } from './hazard-diagram';

const FILE = join(__dirname, '../../docs/domain.md');
const PART = /(<!-- the table of hazards -->\n)([\s\S]*?)(\n<!-- end of the table -->)/;

/** `UPDATE_DOCS=1 npm test -- unit test/docs/hazard-diagram.spec.ts` writes it anew from the table. */
it('docs/domain.md shows the table of hazards as it is; UPDATE_DOCS=1 writes it anew', () => {
  const text = readFileSync(FILE, 'utf8');
  const shown = PART.exec(text)?.[2];
  if (process.env.UPDATE_DOCS && !process.env.CI) {
    expect(shown).toBeDefined();
    writeFileSync(
      FILE,
      text.replace(PART, (_all, begin: string, _old, end: string) => begin + hazardDiagram() + end),
    );
    return;
  }
  expect(shown).toBe(hazardDiagram());
});
