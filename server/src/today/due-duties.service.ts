import { Injectable } from '@nestjs/common';
import { addDays, dateOf, startOf } from '@zerentian/shared/calendar';
import type { DutyView } from '@zerentian/shared/duties/duty.contract';
import type { TodayItem } from '@zerentian/shared/today/today.contract';
import { windowAround } from '@zerentian/shared/today/today.rule';
import { DutyRecords, ownUnit } from '../duty-records/duty-records.service';
import { Inspections } from '../inspections/inspections.service';
import type { HeldPost } from '../posts/access.service';
import { blankItem } from './today.item';

/**
 * Duties with a number (每季度一次) that nothing on record fulfils yet in the present window. Words without a number (定期、及时) never
 * appear here: no record is not the same as not done. 一肩挑: the same sentence in the same window and place
 * is one item, not two; each enterprise is a place of its own.
 */
@Injectable()
export class DueDuties {
  constructor(
    private readonly records: DutyRecords,
    private readonly inspections: Inspections,
  ) {}

  async items(
    personId: string,
    posts: HeldPost[],
    clauses: Map<string, readonly DutyView[]>,
    now: Date,
  ): Promise<TodayItem[]> {
    const items = new Map<string, TodayItem>();
    for (const post of posts) {
      for (const duty of clauses.get(post.id) ?? []) {
        const item = await this.item(personId, post, duty, now);
        const sentence = `${duty.piece} ${duty.quote} ${post.areaCode} ${ownUnit(post)}`;
        if (item && !items.has(sentence)) items.set(sentence, item);
      }
    }
    return [...items.values()].toSorted((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''));
  }

  private async item(personId: string, post: HeldPost, duty: DutyView, now: Date): Promise<TodayItem | null> {
    const window = duty.canFallDue ? windowAround(duty.every, dateOf(now)) : null;
    if (!window || !duty.every) return null;
    const kinds = duty.recordKinds.map((kind) => kind.key);
    const span = [startOf(window.from), startOf(window.until)] as const;
    // A visit by checklist is a check: nobody records it a second time.
    const visits = kinds.includes('inspection') ? await this.inspections.countOf(personId, post.id, ...span) : 0;
    const done = visits + (await this.records.countOf(personId, post, kinds, ...span));
    if (done >= duty.every.times) return null;
    return {
      ...blankItem(post),
      kind: 'duty',
      title: duty.title,
      subtitle: `${window.name}${duty.every.times > 1 ? `，已记 ${done}/${duty.every.times} 次` : ''}`,
      duty: { key: duty.key, clause: duty.clause, quote: duty.quote },
      recordKind: kinds[0] ?? null,
      step: '记一笔',
      dueOn: addDays(window.until, -1),
    };
  }
}
