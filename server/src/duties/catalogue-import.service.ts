import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { chainOf } from '@zerentian/shared/areas/area.contract';
import { checkCatalogue } from '@zerentian/shared/duties/catalogue.check';
import { type CatalogueContent, catalogueContent } from '@zerentian/shared/duties/catalogue.contract';
import canonicalize from 'canonicalize';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { AreasService } from '../areas/areas.service';
import { Ledger } from '../ledger/ledger.service';
import { ProblemError } from '../platform/problem';
import type { By } from '../platform/writes/by';
import { Writes } from '../platform/writes/writes.service';
import { PostKinds } from '../posts/post-kinds.service';
import { Catalogue } from './catalogue.entity';
import type { CatalogueFile } from './catalogue-file';
import { foreignChanges } from './kinds-in-use';

/** What an import did. `imported` is false when exactly this version is there already. */
export interface ImportResult {
  id: string;
  areaCode: string;
  version: number;
  imported: boolean;
}

/**
 * Brings a catalogue into force: checked whole before anything is written, then post kinds, the version, and the ledger in one
 * transaction. A version number stands for one content for ever.
 */
@Injectable()
export class CatalogueImport {
  constructor(
    private readonly writes: Writes,
    private readonly areas: AreasService,
    private readonly kinds: PostKinds,
    private readonly ledger: Ledger,
  ) {}

  /** @throws catalogue_invalid with every finding (also those of kinds that others use), catalogue_version_taken, unknown_area */
  async import(by: By, file: CatalogueFile): Promise<ImportResult> {
    const result = await this.writes.transaction((tx) => this.enter(tx, by, file));
    this.kinds.forget();
    return result;
  }

  /** The same in the caller's transaction. */
  async enter(tx: EntityManager, by: By, file: CatalogueFile): Promise<ImportResult> {
    const { sourceText } = file;
    const content = checked(file);
    const { key: catalogueKey, version, area: areaCode } = content;
    await this.nameArea(tx, content);
    const same = await tx.findOneBy(Catalogue, { catalogueKey, version, areaCode });
    if (same) {
      if (!isSame(same, content, sourceText)) throw new ProblemError('catalogue_version_taken');
      return { id: same.id, areaCode, version, imported: false };
    }
    await this.refuseForeignChanges(tx, content);
    await this.kinds.put(tx, kindsOf(content));
    await this.retire(tx, by, areaCode);
    const row = { id: uuidv7(), catalogueKey, version, areaCode, importedAt: by.moment.receivedAt, current: true };
    await tx.insert(Catalogue, { ...row, content: content as never, sourceText: { text: sourceText } });
    const facts = {
      contentDigest: digestOf(content),
      sourceDigest: digestOf(sourceText),
      duties: content.duties.length,
    };
    await this.ledger.record(tx, {
      ...by,
      areaCode,
      act: 'import-catalogue',
      subjectType: 'catalogue',
      subjectId: row.id,
      changes: row,
      facts,
    });
    return { id: row.id, areaCode, version, imported: true };
  }

  /** A township that the register does not know yet is entered under the catalogue's name for it, if its county is there. */
  private async nameArea(tx: EntityManager, { area, areaName }: CatalogueContent): Promise<void> {
    const known = await this.areas.names(chainOf(area), tx);
    if (!known.has(area)) await this.areas.import(tx, [{ code: area, name: areaName }]);
  }

  /** One township's catalogue must not change what posts of another may do: see kinds-in-use.ts. */
  private async refuseForeignChanges(tx: EntityManager, content: CatalogueContent): Promise<void> {
    const known = await this.kinds.within(tx);
    const errors = await foreignChanges(tx, content, known);
    if (errors.length > 0) throw new ProblemError('catalogue_invalid', undefined, errors);
  }

  private async retire(tx: EntityManager, by: By, areaCode: string): Promise<void> {
    for (const { id } of await tx.find(Catalogue, { select: { id: true }, where: { areaCode, current: true } })) {
      await tx.update(Catalogue, { id }, { current: false });
      const subject = { areaCode, subjectType: 'catalogue', subjectId: id };
      await this.ledger.record(tx, { ...by, ...subject, act: 'retire-catalogue', changes: { current: false } });
    }
  }
}

function checked({ content, sourceText }: CatalogueFile): CatalogueContent {
  const report = checkCatalogue(content, sourceText);
  if (report.ok) return catalogueContent.parse(content);
  const errors = report.findings.filter((finding) => finding.severity === 'error');
  throw new ProblemError(
    'catalogue_invalid',
    undefined,
    errors.map(({ where, message }) => ({ path: where, message })),
  );
}

function kindsOf(content: CatalogueContent) {
  return content.postKinds.map(
    ({ key, nameInDocument, currentName, level, singleHolder, profile, reportsTo, line }) => {
      return { key, nameInDocument, currentName, level, singleHolder, profile, reportsTo, line };
    },
  );
}

function isSame(row: Catalogue, content: CatalogueContent, sourceText: string): boolean {
  return digestOf(row.content) === digestOf(content) && row.sourceText.text === sourceText;
}

/** SHA-256 of the canonical JSON: what the ledger keeps instead of a document of some hundred kilobytes. */
function digestOf(value: unknown): string {
  return createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');
}
