import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type HazardEvent, type HazardPath, hazardPathNames } from '@zerentian/shared/hazards/hazard.contract';
import { type HazardLevel, hazardLevelNames } from '@zerentian/shared/hazards/hazard.facts';
import { type HazardPaper, hazardPaperNames } from '@zerentian/shared/hazards/hazard.papers.contract';
import {
  endStates,
  type HazardState,
  type HazardStep,
  hazardStateNames,
  hazardStepNames,
} from '@zerentian/shared/hazards/hazard.vocabulary';
import { chineseDate, shortTime } from '@zerentian/shared/work-summaries/chinese-dates';
import { DataSource } from 'typeorm';
import { HazardHistory } from '../hazards/hazard-history.service';
import { Hazards } from '../hazards/hazards.service';
import { Papers } from '../papers/papers.service';
import type { Actor } from '../platform/auth/actor';
import { instantOf } from '../platform/database/instant';
import { namesOf } from '../platform/database/names';
import { storedInstant } from '../platform/database/plain-row';
import type { SheetWords } from '../platform/excel/workbook';
import type { OutCell } from '../platform/excel/workbook.xml';
import { within } from '../platform/http/keyset';
import type { Paper } from '../platform/pdf/paper';
import { ProblemError } from '../platform/problem';
import { Reminders } from '../reminders/reminders.service';
import type { Chapter, EvidenceSource, PackAsk, PackScope } from './evidence-source';

/** Each may bring four papers: beyond this a pack is a library. */
const MOST = 300;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SMALL = { size: 9, leading: 13 };

export interface PackHazard {
  id: string;
  number: string;
  state: HazardState;
  path: HazardPath;
  level: HazardLevel;
  areaCode: string;
  unitId: string | null;
  responsibleUnitId: string | null;
  description: string | null;
  spot: string | null;
  deadline: string | null;
  occurredAt: string | Date;
  closedAt: string | Date | null;
}

const COLUMNS =
  'id, number, state, path, level, areaCode, unitId, responsibleUnitId, description, spot, deadline, occurredAt, closedAt';

/** In the table of contents whoever leafs through it looks for the matter, not for its number. */
function briefly({ description }: PackHazard): string {
  if (!description) return '';
  const words = [...description.replace(/\s+/g, ' ')];
  return `（${words.slice(0, MOST_WORDS).join('')}${words.length > MOST_WORDS ? '…' : ''}）`;
}

const MOST_WORDS = 16;

/** 隐患: those that were reported by the end of the span and open, or touched, in it. */
@Injectable()
export class HazardEvidence implements EvidenceSource {
  readonly name = '隐患和文书';
  readonly unit = '条';
  @Inject() private readonly hazardsRead: Hazards;
  @Inject() private readonly history: HazardHistory;
  @Inject() private readonly papers: Papers;
  @Inject() private readonly reminders: Reminders;
  @InjectDataSource() private readonly source: DataSource;

  async count({ scope }: PackAsk): Promise<number> {
    const { sql, parameters } = inScope(scope);
    const [row] = await this.source.query<{ n: number | string }[]>(
      `SELECT COUNT(*) AS n FROM hazard WHERE ${sql}`,
      parameters,
    );
    return Number(row?.n ?? 0);
  }

  async chapters(ask: PackAsk): Promise<Chapter[]> {
    const hazards = await this.hazards(ask.scope);
    if (hazards.length === 0) return [];
    const place = await this.places(hazards);
    const chapters: Chapter[] = [{ title: '隐患清单', compose: (paper) => hazardTable(paper, hazards, place) }];
    for (const hazard of hazards) {
      chapters.push({
        title: `隐患 ${hazard.number}：办理经过${briefly(hazard)}`,
        compose: (paper) => this.timeline(paper, ask.actor, hazard, place),
      });
      for (const kind of await this.papers.available(ask.actor, hazard.id))
        chapters.push({
          title: `《${hazardPaperNames[kind]}》 ${hazard.number}`,
          compose: (paper) => this.papers.compose(paper, ask.actor, hazard.id, kind as HazardPaper),
        });
    }
    return chapters;
  }

  sheets({ actor, scope }: PackAsk): SheetWords[] {
    return [
      {
        name: '隐患',
        columns: titles(
          ['编号', 22],
          ['在哪里', 30],
          ['隐患', 48],
          ['级别', 12],
          ['处理方式', 12],
          ['状态', 12],
          ['发现时间', 18],
          ['整改期限', 14],
          ['销号时间', 18],
        ),
        rows: this.hazardRows(scope),
      },
      {
        name: '步骤',
        columns: titles(
          ['隐患编号', 22],
          ['步骤', 14],
          ['谁', 16],
          ['岗位', 24],
          ['说明', 44],
          ['发生时间', 18],
          ['送达时间', 18],
          ['台账序号', 10],
        ),
        rows: this.stepRows(actor, scope),
      },
    ];
  }

  /** By the day on which they were found. @throws invalid_input where there are more than a pack holds */
  async hazards(scope: PackScope): Promise<PackHazard[]> {
    const { sql, parameters } = inScope(scope);
    const rows = await this.source.query<PackHazard[]>(
      `SELECT ${COLUMNS} FROM hazard WHERE ${sql} ORDER BY occurredAt, id LIMIT ${MOST + 1}`,
      parameters,
    );
    if (rows.length > MOST)
      throw ProblemError.at('invalid_input', 'until', `这段时间的隐患超过 ${MOST} 条，请缩短时间或按村、按企业生成`);
    return rows;
  }

  private async places(hazards: PackHazard[]): Promise<(hazard: PackHazard) => string> {
    const areas = await namesOf(
      this.source.manager,
      'area',
      'code',
      hazards.map((it) => it.areaCode),
    );
    const units = await namesOf(
      this.source.manager,
      'unit',
      'id',
      hazards.flatMap((it) => [it.unitId, it.responsibleUnitId]),
    );
    return ({ areaCode, unitId, responsibleUnitId, spot }) => {
      const unit = units.get(unitId ?? responsibleUnitId ?? '');
      const area = areas.get(areaCode);
      return [area, unit === area ? null : unit, spot].filter(Boolean).join('，');
    };
  }

  private async timeline(
    paper: Paper,
    actor: Actor,
    hazard: PackHazard,
    place: (hazard: PackHazard) => string,
  ): Promise<void> {
    paper.title(null, '隐患办理经过');
    const label = (text: string) => ({ text, label: true });
    paper.table({ columns: [0.17, 0.83], size: 10.5, leading: 16 }, [
      [label('编号'), { text: hazard.number }],
      [label('在哪里'), { text: place(hazard) }],
      [label('隐患'), { text: words(hazard) }],
      [label('级别和状态'), { text: `${hazardLevelNames[hazard.level]}　${hazardStateNames[hazard.state]}` }],
    ]);
    paper.gap(8);
    const events = await this.events(actor, hazard.id);
    const rows = events.map((event) => [
      { text: shortTime(new Date(event.occurredAt)) },
      { text: stepName(event.step) },
      { text: [event.actor.post, event.actor.name].filter(Boolean).join('\n') || '／' },
      { text: saidIn(event).join('\n') || '／' },
      { text: `第 ${event.seq} 条` },
    ]);
    await paper.longTable(
      { columns: [0.205, 0.13, 0.24, 0.3, 0.125], ...SMALL, header: ['时间', '步骤', '谁', '说明', '台账'] },
      rows,
    );
    const reminders = await this.reminders.of(hazard.id);
    if (reminders.length === 0) return;
    paper.gap(8);
    await paper.longTable(
      { columns: [0.205, 0.255, 0.25, 0.29], ...SMALL, header: ['催办时间', '谁催', '催谁', '答复'] },
      reminders
        .toReversed()
        .map((it) => [
          { text: shortTime(new Date(it.sentAt)) },
          { text: [it.from.post, it.from.name].filter(Boolean).join('\n') },
          { text: [it.to.post, it.to.name].filter(Boolean).join('\n') },
          { text: it.answeredAt ? `${shortTime(new Date(it.answeredAt))} ${it.answerText ?? '已答复'}` : '还没有答复' },
        ]),
    );
  }

  /** How long it lay with whom is not asked for: a pack goes from hand to hand. */
  private async events(actor: Actor, id: string): Promise<HazardEvent[]> {
    const hazard = await this.hazardsRead.visibleOne(actor, id);
    return this.history.of(hazard, { personId: actor.personId, posts: [] });
  }

  private async *hazardRows(scope: PackScope): AsyncGenerator<OutCell[]> {
    const hazards = await this.hazards(scope);
    const place = await this.places(hazards);
    for (const it of hazards)
      yield [
        it.number,
        place(it),
        words(it),
        hazardLevelNames[it.level],
        hazardPathNames[it.path],
        hazardStateNames[it.state],
        shortTime(instantOf(it.occurredAt)),
        it.deadline === null ? null : { date: it.deadline },
        it.closedAt === null ? null : shortTime(instantOf(it.closedAt)),
      ];
  }

  private async *stepRows(actor: Actor, scope: PackScope): AsyncGenerator<OutCell[]> {
    for (const hazard of await this.hazards(scope))
      for (const it of await this.events(actor, hazard.id))
        yield [
          hazard.number,
          stepName(it.step),
          it.actor.name,
          it.actor.post,
          saidIn(it).join('；') || null,
          shortTime(new Date(it.occurredAt)),
          shortTime(new Date(it.receivedAt)),
          it.seq,
        ];
  }
}

function inScope({ areaCode, unitId, reach, start, end }: PackScope): { sql: string; parameters: string[] } {
  const span = `occurredAt < ? AND (updatedAt >= ? OR state NOT IN (${endStates.map(() => '?').join(', ')}))`;
  const times = [storedInstant(end), storedInstant(start), ...endStates];
  if (unitId !== null) {
    const reached = within('areaCode', reach);
    const sql = `(unitId = ? OR responsibleUnitId = ?) AND ${reached.sql} AND ${span}`;
    return { sql, parameters: [unitId, unitId, ...reached.parameters, ...times] };
  }
  const column = areaCode.length === 12 ? 'areaCode' : 'townshipCode';
  return { sql: `${column} = ? AND ${span}`, parameters: [areaCode, ...times] };
}

async function hazardTable(paper: Paper, hazards: PackHazard[], place: (hazard: PackHazard) => string): Promise<void> {
  paper.title(null, '隐患清单');
  await paper.longTable(
    { columns: [0.25, 0.26, 0.26, 0.11, 0.12], ...SMALL, header: ['编号', '在哪里', '隐患', '级别', '状态'] },
    hazards.map((it) => [
      { text: it.number },
      { text: place(it) },
      { text: words(it) },
      { text: hazardLevelNames[it.level], align: 'center' as const },
      { text: hazardStateNames[it.state], align: 'center' as const },
    ]),
  );
}

function words({ description }: PackHazard): string {
  return description ?? '（只有照片，存系统）';
}

/** What a step said: its words, then the numbers of papers, dates and the like. */
function saidIn({ text, facts }: HazardEvent): string[] {
  const told = facts.map(({ label, value }) => `${label}：${DAY.test(value) ? chineseDate(value) : value}`);
  return text === null ? told : [text, ...told];
}

function stepName(step: string): string {
  return hazardStepNames[step as HazardStep] ?? step;
}

function titles(...columns: [string, number][]) {
  return columns.map(([title, width]) => ({ title, width }));
}
