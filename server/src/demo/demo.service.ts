import { Inject, Injectable } from '@nestjs/common';
import { addDays, dateOf, startOf } from '@zerentian/shared/calendar';
import type { EntityManager } from 'typeorm';
import { knownAreas } from '../areas/area-files';
import { AreasService } from '../areas/areas.service';
import { DEFAULT_CATALOGUE, readCatalogue } from '../duties/catalogue-file';
import { CatalogueImport } from '../duties/catalogue-import.service';
import { HazardEscalations } from '../hazards/hazard-escalations.service';
import { PeopleService } from '../people/people.service';
import { Clock } from '../platform/clock';
import { CONFIG, type Config } from '../platform/config';
import { Writes } from '../platform/writes/writes.service';
import { PostKinds } from '../posts/post-kinds.service';
import { BuiltInStandards } from '../standards/built-in-standards.service';
import { DemoActs } from './demo-acts.service';
import { DemoInspections } from './demo-inspections.service';
import { FIRST_DAY } from './demo-plan';
import { DemoPublicReports } from './demo-public-reports.service';
import { DemoRecords } from './demo-records.service';
import { DemoRegister } from './demo-register.service';
import { nightly, tellInOrder } from './demo-stories';

/** As far back as the stories go. */
const TOLD_DAYS = 84;

/** What an empty database starts with: areas and the catalogue everywhere; invented people only in the demo. */
@Injectable()
export class DemoService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly writes: Writes,
    private readonly areas: AreasService,
    private readonly catalogues: CatalogueImport,
    private readonly kinds: PostKinds,
    private readonly people: PeopleService,
    private readonly standards: BuiltInStandards,
    private readonly register: DemoRegister,
    private readonly acts: DemoActs,
    private readonly records: DemoRecords,
    private readonly inspections: DemoInspections,
    private readonly escalations: HazardEscalations,
    private readonly publicReports: DemoPublicReports,
  ) {}

  /** Fills an empty database, and brings the library of standards of any other up to this version; answers whether it was empty. */
  async seedIfEmpty(): Promise<boolean> {
    if (!(await this.areas.isEmpty())) {
      await this.writes.transaction((tx) => this.standards.enter(tx, this.clock.now()));
      return false;
    }
    await this.seed(this.config.demo);
    if (this.config.demo) await this.tellHistory();
    return true;
  }

  /** Twelve weeks of hazards, duty records and visits, through the services of everybody, each at its own moment. */
  async tellHistory(): Promise<void> {
    const now = this.clock.now();
    const stories = [
      await this.acts.stories(now),
      await this.records.stories(now),
      await this.inspections.stories(now),
      await this.publicReports.stories(now),
    ];
    const nights = nightly(now, TOLD_DAYS, () => this.escalations.sweep());
    await tellInOrder([...stories.flat(), nights], this.clock, now);
  }

  /** Areas and catalogue where they are missing; with `withPeople` also the invented township, unless anybody is in the roster. */
  async seed(withPeople: boolean): Promise<void> {
    const now = this.clock.now();
    const passwordHash = withPeople ? await this.register.prepare() : '';
    const day = withPeople ? FIRST_DAY : 0;
    await this.writes.transaction(async (tx) => {
      await this.areas.import(tx, knownAreas());
      await this.standards.enter(tx, now);
      const at = day === 0 ? now : startOf(addDays(dateOf(now), day));
      const by = { personId: null, postId: null, moment: { occurredAt: at, receivedAt: at, doubted: false } };
      await this.catalogues.enter(tx, by, readCatalogue(DEFAULT_CATALOGUE));
      if (withPeople && (await this.nobodyYet(tx))) await this.register.enter(tx, now, passwordHash);
    });
    this.kinds.forget();
  }

  /** Asked inside the transaction: two servers that start on one empty database fill it once. */
  private async nobodyYet(tx: EntityManager): Promise<boolean> {
    return (await this.people.count(tx)) === 0;
  }
}
