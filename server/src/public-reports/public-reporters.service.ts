import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ProblemError } from '../platform/problem';
import { PublicReporter } from './public-report.entity';

/** Who reported. */
export interface Reporter {
  name: string;
  phone: string;
}

/** The rows that say who reported: beside the reports, outside the ledger, so that they can go for good. */
@Injectable()
export class PublicReporters {
  /**
   * Whoever signs in has an id that many know: it is no ticket for what is sent without signing in, nor to what that person has sent.
   * @throws id_taken
   */
  async mustBeNobodys(tx: EntityManager, reportId: string): Promise<void> {
    const [person] = await tx.query<unknown[]>('SELECT 1 FROM person WHERE id = ?', [reportId]);
    if (person) throw new ProblemError('id_taken');
  }

  /** Keeps the reporter; answers the digest that the report and its act hold in their stead. */
  async keep(tx: EntityManager, reportId: string, { name, phone }: Reporter): Promise<string> {
    const salt = randomBytes(32).toString('hex');
    await tx.insert(PublicReporter, { reportId, name, phone, salt });
    return createHash('sm3').update(`${salt}\n${name}\n${phone}`).digest('hex');
  }

  /** Null for an anonymous report, and for one whose reporter was forgotten. */
  async of(tx: EntityManager, reportId: string): Promise<Reporter | null> {
    const row = await tx.findOneBy(PublicReporter, { reportId });
    return row && { name: row.name, phone: row.phone };
  }

  /** Removes name, number and salt. Answers whether there was anything. */
  async forget(tx: EntityManager, reportId: string): Promise<boolean> {
    return Boolean((await tx.delete(PublicReporter, { reportId })).affected);
  }
}
