import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ChecklistFile, checklistFile } from '@zerentian/shared/checklists/checklist.contract';

const FOLDER = join(__dirname, '../../data/checklists');

/** The product's own checklists, each checked as it is read: a file that is none stops the start, not a visit. */
export function readChecklists(): ChecklistFile[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => checklistFile.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))));
}
