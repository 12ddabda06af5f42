import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { NATIONAL_NUMBERS } from '@zerentian/shared/public-reports/emergency-numbers';
import type { EmergencyNumber } from '@zerentian/shared/public-reports/public-report.contract';
import { DataSource } from 'typeorm';

/** The units whose numbers stand on a page for everybody: 党政综合办 (or the government itself), 安监站, the county's. None of a person's. */
const UNITS = `
  SELECT u.name, u.phone, u.kind,
         (SELECT COUNT(*) FROM post p JOIN post_kind k ON k.\`key\` = p.kindKey
          WHERE p.unitId = u.id AND k.line = 'supervision' AND k.profile = 'station') AS safety
  FROM unit u
  WHERE u.phone IS NOT NULL AND ((u.areaCode = ? AND u.kind IN ('office', 'government', 'station')) OR (u.areaCode = ? AND u.kind = 'county'))
  ORDER BY u.kind DESC, u.name, u.id`;

interface UnitRow {
  name: string;
  phone: string;
  kind: string;
  safety: number;
}

/** Whom to phone in danger, before anything is written: the nation's numbers, the township's duty, 安监站, the county. */
@Injectable()
export class PublicNumbers {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async of(townshipCode: string, townshipName: string): Promise<EmergencyNumber[]> {
    const rows = await this.source.query<UnitRow[]>(UNITS, [townshipCode, townshipCode.slice(0, 6)]);
    const duty = rows.find((row) => row.kind === 'office') ?? rows.find((row) => row.kind === 'government');
    const station = rows.find((row) => Number(row.safety) > 0);
    const county = rows.find((row) => row.kind === 'county');
    const found = [
      duty && { name: `${townshipName}值班`, number: duty.phone },
      station && { name: station.name, number: station.phone },
      county && { name: county.name, number: county.phone },
    ];
    return [...NATIONAL_NUMBERS, ...found.filter((it) => it !== undefined)];
  }
}
