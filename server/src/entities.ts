import { Area } from './areas/area.entity';
import { Campaign } from './campaigns/campaign.entity';
import { Checklist } from './checklists/checklist.entity';
import { Catalogue } from './duties/catalogue.entity';
import { DutyRecord } from './duty-records/duty-record.entity';
import { Hazard } from './hazards/hazard.entity';
import { Escalation } from './hazards/hazard-escalation.entity';
import { Inspection } from './inspections/inspection.entity';
import { LedgerAct, LedgerChain, LedgerEntry } from './ledger/ledger.entity';
import { Notice } from './notices/notice.entity';
import { Person } from './people/person.entity';
import { Photo } from './photos/photo.entity';
import { Credential, OneTimeCode, Session, SignInAttempt, WechatBinding } from './platform/auth/auth.entity';
import { JobRun } from './platform/jobs/job-run.entity';
import { IdempotencyKey, NumberSeries } from './platform/writes/writes.entity';
import { Post, PostKind, PostTrade } from './posts/post.entity';
import { Tenure } from './posts/tenure.entity';
import { PublicPoint } from './public-reports/public-point.entity';
import { PublicReport, PublicReporter } from './public-reports/public-report.entity';
import { Reminder } from './reminders/reminder.entity';
import { SelfCheck } from './self-checks/self-check.entity';
import { Standard } from './standards/standard.entity';
import { SupervisionNotice } from './supervision-notices/supervision-notice.entity';
import { Unit } from './units/unit.entity';

/** Every table, in one list: the migration check compares exactly these with the database. */
export const entities = [
  Area,
  Unit,
  Person,
  PostKind,
  Post,
  PostTrade,
  Tenure,
  Catalogue,
  Hazard,
  DutyRecord,
  SelfCheck,
  Checklist,
  Inspection,
  Campaign,
  Photo,
  Reminder,
  Notice,
  LedgerChain,
  LedgerEntry,
  LedgerAct,
  Credential,
  SignInAttempt,
  WechatBinding,
  Session,
  OneTimeCode,
  IdempotencyKey,
  NumberSeries,
  Standard,
  JobRun,
  Escalation,
  SupervisionNotice,
  PublicPoint,
  PublicReport,
  PublicReporter,
];
