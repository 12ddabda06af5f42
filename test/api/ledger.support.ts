import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Finding, Verdict } from '@zerentian/server/ledger/ledger.findings';
import { Ledger } from '@zerentian/server/ledger/ledger.service';
import { verifyLedger } from '@zerentian/server/ledger/ledger.verify';
import { DiskStorage } from '@zerentian/server/platform/storage/disk-storage';
import { momentOf } from '@zerentian/server/platform/writes/moment';
import { Writes } from '@zerentian/server/platform/writes/writes.service';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { TestApp } from '../support/app';

export const TOWNSHIP = '140621200';
export const VILLAGE = '140621200200';

/** Runs the check as the command does. `row`: the heads files that the server keeps, where `heads` are others. */
export async function verify(app: TestApp, heads: string[] = [], chain: string | null = null, row = heads) {
  const findings: Finding[] = [];
  const options = { storage: new DiskStorage(app.config), heads, row, chain };
  const verdict: Verdict = await verifyLedger(app.source, options, (finding) => findings.push(finding));
  return { verdict, findings, kinds: findings.map((it) => it.kind) };
}

/** A row of a hazard, whole. */
export function hazardRow(id: string, number: string, photoIds: string[] = []): Record<string, unknown> {
  const at = new Date('2026-11-20T01:02:03.004Z');
  return {
    id,
    number,
    townshipCode: TOWNSHIP,
    areaCode: VILLAGE,
    state: 'reported',
    path: 'referred',
    origin: 'patrol',
    originId: null,
    level: 'general',
    standardClause: null,
    trade: 'construction',
    unitId: null,
    ownership: null,
    responsibleUnitId: null,
    assistingUnitId: null,
    description: '𠮷家院墙开裂 "危险" 😀\n第二行',
    spot: null,
    place: { latitude: 39.52, longitude: 112.8, accuracy: 12.5, system: 'gcj02' },
    photoIds,
    deadline: null,
    holderPostId: uuidv7(),
    holderSince: at,
    holderDueOn: '2026-11-24',
    reporterPersonId: uuidv7(),
    reporterPostId: uuidv7(),
    assignerPostId: null,
    rectifierIds: [],
    askedPostId: null,
    plan: null,
    county: null,
    countyDueAt: null,
    leaderPostId: null,
    watched: false,
    askedUntil: null,
    mergedIntoId: null,
    sampled: false,
    spotCheckedAt: null,
    occurredAt: at,
    receivedAt: at,
    updatedAt: at,
    closedAt: null,
  };
}

/** What a service does: the row and the act in one transaction. */
export class Doer {
  readonly ledger: Ledger;
  readonly writes: Writes;

  constructor(readonly app: TestApp) {
    this.ledger = app.nest.get(Ledger);
    this.writes = app.nest.get(Writes);
  }

  /** Reports a hazard with one stored photo. */
  async report(number: string): Promise<{ id: string; photoId: string; file: string }> {
    const [id, photoId] = [uuidv7(), uuidv7()];
    const photo = await this.storePhoto(photoId, id);
    const row = hazardRow(id, number, [photoId]);
    await this.writes.transaction(async (tx) => {
      await tx.insert('hazard', row);
      await this.act(tx, id, 'hazard-report', row, { photos: [{ id: photoId, digest: photo.digest }] });
    });
    return { id, photoId, file: photo.file };
  }

  /** Takes a step: the columns given are set in the row, and told in the act. */
  async step(id: string, step: string, changes: Record<string, unknown>): Promise<void> {
    await this.writes.transaction(async (tx) => {
      await tx.update('hazard', id, changes);
      await this.act(tx, id, `hazard-${step}`, changes);
    });
  }

  act(
    tx: EntityManager,
    id: string,
    act: string,
    changes: Record<string, unknown>,
    facts: Record<string, unknown> = {},
  ) {
    const moment = momentOf({}, this.app.clock.now());
    return this.ledger.record(tx, {
      areaCode: VILLAGE,
      act,
      subjectType: 'hazard',
      subjectId: id,
      personId: uuidv7(),
      postId: null,
      moment,
      changes,
      facts,
    });
  }

  private async storePhoto(id: string, subjectId: string): Promise<{ digest: string; file: string }> {
    const bytes = Buffer.from(`not really a photo, but bytes all the same ${id}`);
    const digest = createHash('sm3').update(bytes).digest('hex');
    const path = `${TOWNSHIP}/2026/11/${id}.jpg`;
    const file = join(this.app.config.dataDir, 'photos', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
    const stored = { path, storedBytes: bytes.length, storedDigest: digest, width: 1, height: 1 };
    const at = this.app.clock.now();
    await this.app.source.manager.insert('photo', {
      id,
      personId: uuidv7(),
      townshipCode: TOWNSHIP,
      bytes: bytes.length,
      digest,
      received: [0],
      receivedAt: at,
      storedAt: at,
      subjectType: 'hazard',
      subjectId,
      ...stored,
    });
    return { digest, file };
  }
}
