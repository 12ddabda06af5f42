import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { townshipOf } from '@zerentian/shared/areas/area.contract';
import type {
  ChecklistFile,
  ChecklistItem,
  ChecklistView,
  EditChecklist,
} from '@zerentian/shared/checklists/checklist.contract';
import { checklistsFor } from '@zerentian/shared/checklists/checklist.rule';
import { isSafetyStation } from '@zerentian/shared/hazards/hazard.roles';
import { DataSource, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { documentDigest, Ledger } from '../ledger/ledger.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { isDuplicate } from '../platform/database/database-errors';
import { insertRows } from '../platform/database/insert-rows';
import { ProblemError } from '../platform/problem';
import { type Moment, momentOf } from '../platform/writes/moment';
import { Writes } from '../platform/writes/writes.service';
import { Access, type HeldPost } from '../posts/access.service';
import { Discretion } from '../posts/discretion.service';
import { Holders } from '../posts/holders.service';
import { TradesService } from '../trades/trades.service';
import { Checklist } from './checklist.entity';
import { readChecklists } from './checklist-files';

/** What an inspection takes of a list. */
export interface KnownChecklist {
  key: string;
  version: number;
  title: string;
  trade: string | null;
  items: readonly ChecklistItem[];
}

/** 检查表: the product's lists, and in their place what a township made of them. */
@Injectable()
export class Checklists {
  @Inject() private readonly access: Access;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly discretion: Discretion;
  @Inject() private readonly holders: Holders;
  @Inject() private readonly ledger: Ledger;
  @Inject() private readonly trades: TradesService;
  @Inject() private readonly writes: Writes;
  @InjectDataSource() private readonly source: DataSource;
  private readonly files: readonly ChecklistFile[] = readChecklists();

  /** The newest version of each list of the actor's township; with `trade` those for it and those for every unit. @throws forbidden, trade_unknown */
  async all(actor: Actor, trade?: string): Promise<ChecklistView[]> {
    const area = await this.access.registerArea(actor, this.clock.now());
    if (trade !== undefined) this.trades.get(trade);
    const own = await this.newest(area);
    const actorOf = await this.holders.actors(own);
    const edited = own.map((row) => this.view(ofRow(row), 'township', actorOf(row), row.editedAt));
    const replaced = new Set(own.map((row) => row.checklistKey));
    const kept = this.files.filter((file) => !replaced.has(file.key));
    const product = kept.map((file) => this.view(file, 'product', null, null));
    const lists = await this.discretion.told(actor, [...product, ...edited]);
    const sorted = lists.toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)));
    return trade === undefined ? sorted : checklistsFor(sorted, trade);
  }

  /** One version of a list as a township has it, or null where nobody knows it (any more). */
  async find(tx: EntityManager, townshipCode: string, key: string, version: number): Promise<KnownChecklist | null> {
    const row = await tx.findOneBy(Checklist, { townshipCode, checklistKey: key, version });
    if (row) return ofRow(row);
    return this.files.find((file) => file.key === key && file.version === version) ?? null;
  }

  /** Whether a township has a list of this key, in whatever version. */
  async has(tx: EntityManager, townshipCode: string, key: string): Promise<boolean> {
    if (this.files.some((file) => file.key === key)) return true;
    return tx.existsBy(Checklist, { townshipCode, checklistKey: key });
  }

  /** What a list is called in a township today; its key where nobody knows it any more. */
  async titleOf(townshipCode: string, key: string): Promise<string> {
    const row = await this.source.manager.findOne(Checklist, {
      where: { townshipCode, checklistKey: key },
      order: { version: 'DESC' },
    });
    return row?.title ?? this.files.find((file) => file.key === key)?.title ?? key;
  }

  /**
   * The township's next version of a list, by 安监站. @throws forbidden, conflict where somebody else edited it since, trade_unknown
   */
  async edit(actor: Actor, input: EditChecklist): Promise<ChecklistView> {
    const moment = momentOf(input, this.clock.now());
    return this.writes.once(actor, async (tx) => {
      const at = { postId: input.actingPostId, at: moment.occurredAt };
      const post = await this.access.actIn(actor, at, (it) => isSafetyStation(it) && townshipOf(it.areaCode) !== null);
      const row = await this.next(tx, actor, post, input, moment);
      await this.store(tx, row, moment);
      const actorOf = await this.holders.actors([row], tx);
      return this.view(ofRow(row), 'township', actorOf(row), row.editedAt);
    });
  }

  private async next(tx: EntityManager, actor: Actor, post: HeldPost, input: EditChecklist, moment: Moment) {
    const townshipCode = townshipOf(post.areaCode) as string;
    const file = this.files.find((it) => it.key === input.key);
    const [last] = await tx.find(Checklist, {
      where: { townshipCode, checklistKey: input.key },
      order: { version: 'DESC' },
      take: 1,
    });
    const version = last?.version ?? file?.version ?? 0;
    if (input.basedOn !== version)
      throw ProblemError.at('conflict', 'basedOn', '这张检查表刚刚有人改过，请刷新后在新版本上改');
    const trade = input.trade === undefined ? (last?.trade ?? file?.trade ?? null) : input.trade;
    if (trade !== null) this.trades.get(trade);
    const { id = uuidv7(), key: checklistKey, title, items } = input;
    const by = { personId: actor.personId, postId: post.id, editedAt: moment.occurredAt };
    return { id, townshipCode, checklistKey, version: version + 1, trade, title, items, ...by } satisfies Checklist;
  }

  private async store(tx: EntityManager, row: Checklist, moment: Moment): Promise<void> {
    try {
      await insertRows(tx, 'checklist', [row]);
    } catch (error) {
      throw isDuplicate(error) ? new ProblemError('id_taken') : error;
    }
    const { items, ...changes } = row;
    await this.ledger.record(tx, {
      areaCode: row.townshipCode,
      act: 'edit-checklist',
      subjectType: 'checklist',
      subjectId: row.id,
      personId: row.personId,
      postId: row.postId,
      moment,
      changes,
      facts: { itemsDigest: documentDigest(items), items: items.length },
    });
  }

  private async newest(townshipCode: string): Promise<Checklist[]> {
    const rows = await this.source.manager.find(Checklist, { where: { townshipCode }, order: { version: 'ASC' } });
    return [...new Map(rows.map((row) => [row.checklistKey, row])).values()];
  }

  private view(
    list: KnownChecklist,
    origin: ChecklistView['origin'],
    editor: ChecklistView['editor'],
    editedAt: Date | null,
  ): ChecklistView {
    const { key, trade, title, version, items } = list;
    const tradeName = trade === null ? null : (this.trades.find(trade)?.name ?? trade);
    return {
      ...{ key, trade, tradeName, title, version, origin },
      items: [...items],
      editor,
      editedAt: editedAt?.toISOString() ?? null,
    };
  }
}

/** Lists for every unit come first. */
function orderOf({ trade, key }: ChecklistView): string {
  return `${trade ?? ''} ${key}`;
}

function ofRow({ checklistKey: key, version, title, trade, items }: Checklist): KnownChecklist {
  return { key, version, title, trade, items };
}
