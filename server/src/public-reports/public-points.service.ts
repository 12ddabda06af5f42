import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { townshipOf } from '@zerentian/shared/areas/area.contract';
import { codeFrom, POINT_CODE_LENGTH } from '@zerentian/shared/public-reports/public-code';
import type { PublicPointView } from '@zerentian/shared/public-reports/public-report.contract';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Ledger } from '../ledger/ledger.service';
import { isDuplicate } from '../platform/database/database-errors';
import { namesOf } from '../platform/database/names';
import { ProblemError } from '../platform/problem';
import type { By } from '../platform/writes/by';
import { PublicNumbers } from './public-numbers.service';
import { PublicPoint } from './public-point.entity';

/** A village or an enterprise that a code stands for. */
export interface PointUnit {
  id: string;
  areaCode: string;
}

/** 举报二维码: finding the place behind a code, and making codes. */
@Injectable()
export class PublicPoints {
  @Inject() private readonly ledger: Ledger;
  @Inject() private readonly numbers: PublicNumbers;
  @InjectDataSource() private readonly source: DataSource;

  /** @throws not_found for a code that nothing has */
  async withCode(code: string): Promise<PublicPoint> {
    const point = await this.source.manager.findOneBy(PublicPoint, { code });
    if (!point)
      throw new ProblemError('not_found', '没有这个二维码。请核对后再扫一次；有危险请直接打电话 119、120、110。');
    return point;
  }

  /** One that takes reports. @throws not_found, point_renewed */
  async openWithCode(code: string): Promise<PublicPoint> {
    const point = await this.withCode(code);
    if (point.renewedAt !== null) throw new ProblemError('point_renewed');
    return point;
  }

  /** What anybody may know of the place behind a code. */
  async view(point: PublicPoint): Promise<PublicPointView> {
    const { manager } = this.source;
    const areas = await namesOf(manager, 'area', 'code', [point.areaCode, point.townshipCode]);
    const townshipName = areas.get(point.townshipCode) ?? '';
    return {
      code: point.code,
      open: point.renewedAt === null,
      place: await this.placeOf(manager, point),
      areaName: areas.get(point.areaCode) ?? '',
      townshipName,
      numbers: await this.numbers.of(point.townshipCode, townshipName),
    };
  }

  async placeOf(tx: EntityManager, { unitId }: Pick<PublicPoint, 'unitId'>): Promise<string> {
    return (await namesOf(tx, 'unit', 'id', [unitId])).get(unitId) ?? '';
  }

  /** Makes a unit's first code, or the next one; null where another made it meanwhile. */
  async enter(tx: EntityManager, by: By, unit: PointUnit, serial: number): Promise<PublicPoint | null> {
    const point: PublicPoint = {
      id: uuidv7(),
      code: codeFrom(randomBytes(POINT_CODE_LENGTH), POINT_CODE_LENGTH),
      townshipCode: townshipOf(unit.areaCode) ?? unit.areaCode,
      areaCode: unit.areaCode,
      unitId: unit.id,
      serial,
      openedAt: by.moment.receivedAt,
      renewedAt: null,
    };
    try {
      await tx.insert(PublicPoint, point);
    } catch (error) {
      if (isDuplicate(error)) return null;
      throw error;
    }
    await this.record(tx, by, point, 'public-point-open', { ...point });
    return point;
  }

  /** Puts a code out of use. Answers whether it was in use. */
  async close(tx: EntityManager, by: By, point: PublicPoint, reason: string): Promise<boolean> {
    const renewedAt = by.moment.receivedAt;
    const { affected } = await tx.update(PublicPoint, { id: point.id, renewedAt: IsNull() }, { renewedAt });
    if (!affected) return false;
    await this.record(tx, by, point, 'public-point-renew', { renewedAt }, { text: reason });
    return true;
  }

  private async record(
    tx: EntityManager,
    by: By,
    point: PublicPoint,
    act: string,
    changes: Record<string, unknown>,
    facts: Record<string, unknown> = {},
  ): Promise<void> {
    const subject = { subjectType: 'public-point', subjectId: point.id, areaCode: point.areaCode };
    await this.ledger.record(tx, { ...by, ...subject, act, changes, facts });
  }
}
