/**
 * 谁负责: five lines, not one. 主体责任 lies with whoever produces, owns or uses; 属地 runs village (协助) → 包村干部 (牵头) → 包村领导;
 * 行业 runs station → 分管该行业的负责人; 综合监管 runs 安监站 → 分管安全生产负责人; 领导 names 乡长 (第一责任人) and 党委书记 side by side. What the
 * township has no power over shows the county department and no station; a coal mine never resolves to 安监站. A vacant post
 * answers with its superior, and says so.
 */
import { type Line, lineNames, lines } from '../posts/post.contract';
import type { AccountabilityLine, AnswerableView, AnsweringClause } from './accountability.contract';
import { type Kinds, kindDepth, type StaffedPost, superiorOf } from './superior.rule';

export interface AskedUnit {
  id: string;
  name: string;
  supervision: 'township' | 'county';
  /** 主要负责人 as registered, named where the unit has no post for one. */
  principal: string | null;
}

export interface AskedTrade {
  name: string;
  /** County department of the trade. */
  department: string;
  /** Whether the township supervises it. */
  township: boolean;
  coalMine: boolean;
}

/** What was asked, with everything that the answer is made of. */
export interface Question {
  /** False for a whole township, which has no 属地 line of its own. */
  isVillage: boolean;
  unit: AskedUnit | null;
  trade: AskedTrade | null;
  /** Who watches over 县级及以上监管 units: 县应急管理局. */
  countySupervisor: string;
  posts: readonly StaffedPost[];
  kinds: Kinds;
  /** The clauses that put a post kind in a line. */
  clausesFor(kind: string, line: Line): AnsweringClause[];
}

type Role = AnswerableView['role'];
type Found = { posts: StaffedPost[]; note?: string; department?: string };

/** The five lines in their order. */
export function answerLines(question: Question): AccountabilityLine[] {
  return lines.map((line) => {
    const { posts, note = null, department = null } = FINDERS[line](question);
    const holders = posts.flatMap((post) => answer(question, post, line));
    return { line, name: lineNames[line], holders, note, department };
  });
}

const FINDERS: Record<Line, (question: Question) => Found> = { primary, territorial, sector, supervision, leadership };

function primary({ unit, posts, kinds }: Question): Found {
  if (!unit) return { posts: [], note: '没有指定单位：谁所有、谁使用，谁负责。选择单位后，这里显示它的主要负责人。' };
  const own = posts.filter((post) => post.unitId === unit.id);
  const heads = own.filter((post) => kinds.get(post.kindKey)?.line === 'primary');
  if (heads.length > 0) return { posts: heads };
  const others = own.filter((post) => isUnitHead(kinds, post));
  if (others.length > 0) return { posts: byDepth(kinds, others, 1) };
  const registered = unit.principal ? `登记的主要负责人：${unit.principal}。` : '';
  return { posts: [], note: `${unit.name}还没有设主要负责人岗位。${registered}` };
}

/** Whoever speaks for a station, a school or a village when it owns or uses the place. */
function isUnitHead(kinds: Kinds, { kindKey }: StaffedPost): boolean {
  const kind = kinds.get(kindKey);
  if (!kind?.singleHolder) return false;
  return kind.profile === 'station' || kind.profile === 'village-head';
}

function territorial(question: Question): Found {
  if (!question.isVillage)
    return { posts: [], note: '属地责任落实到村。选择村后，这里显示村干部、包村干部和包村领导。' };
  const { kinds } = question;
  const found = inLine(question, 'territorial');
  const of = (role: Role) => found.filter((post) => roleOf(kinds, post.kindKey) === role);
  const posts = [
    ...byDepth(kinds, of('assist'), 1),
    ...byDepth(kinds, of('lead'), -1),
    ...byDepth(kinds, of('oversee'), -1),
  ];
  return posts.length > 0 ? { posts } : { posts, note: '这个村还没有设属地责任岗位。' };
}

/** 村 协助, 包村干部 牵头, 包村领导 督导: the leader's kind is the one that the cadre's reports to. */
function roleOf(kinds: Kinds, kindKey: string): Role {
  if (kinds.get(kindKey)?.profile !== 'village-team') return 'assist';
  const leadsTeam = [...kinds.values()].some((kind) => kind.profile === 'village-team' && kind.reportsTo === kindKey);
  return leadsTeam ? 'oversee' : 'lead';
}

function sector(question: Question): Found {
  const { trade, unit, posts, kinds } = question;
  if (!trade) {
    if (unit?.supervision === 'county') return fromAbove(question, question.countySupervisor);
    return { posts: [], note: '没有指明行业。选择行业或单位后，这里显示行业站所和分管领导。' };
  }
  if (isWatchedFromAbove(question)) return fromAbove(question, trade.department);
  if (!trade.township) {
    const note = `${trade.name}的行业监管由${trade.department}负责，乡里没有这项监管职权；发现问题及时上报。`;
    return { posts: [], note, department: trade.department };
  }
  const found = posts.filter((post) => post.answersForTrade && canStandInSector(kinds, post));
  if (found.length > 0) return { posts: byDepth(kinds, found, -1) };
  return { posts: [], note: `本乡没有设${trade.name}的站所和分管岗位。`, department: trade.department };
}

/** Stations and deputies; 安监站 also, where a trade is given to it. */
function canStandInSector(kinds: Kinds, { kindKey }: StaffedPost): boolean {
  const line = kinds.get(kindKey)?.line;
  return line === 'sector' || line === 'supervision';
}

function supervision(question: Question): Found {
  if (isWatchedFromAbove(question)) return fromAbove(question, question.countySupervisor);
  const { kinds } = question;
  const posts = byDepth(
    kinds,
    inLine(question, 'supervision').filter((post) => kinds.get(post.kindKey)?.singleHolder),
    -1,
  );
  return posts.length > 0 ? { posts } : { posts, note: '本乡还没有设综合监管岗位。' };
}

function leadership(question: Question): Found {
  const posts = byDepth(question.kinds, inLine(question, 'leadership'), -1);
  return posts.length > 0 ? { posts } : { posts, note: '本乡还没有登记领导岗位。' };
}

function isWatchedFromAbove({ unit, trade }: Question): boolean {
  return unit?.supervision === 'county' || trade?.coalMine === true;
}

function fromAbove({ trade }: Question, department: string): Found {
  const what = trade?.coalMine ? '煤矿' : '这个单位';
  const note = `${what}由县级及以上部门监管，${department}负责；安监站只管地面企业，不监管这里。发现问题及时上报。`;
  return { posts: [], note, department };
}

function inLine({ posts, kinds }: Question, line: Line): StaffedPost[] {
  return posts.filter((post) => kinds.get(post.kindKey)?.line === line);
}

/** Nearest to the ground first with -1, highest first with 1; posts of a kind in the order given. */
function byDepth(kinds: Kinds, posts: StaffedPost[], direction: 1 | -1): StaffedPost[] {
  return posts.toSorted((a, b) => direction * (kindDepth(kinds, a.kindKey) - kindDepth(kinds, b.kindKey)));
}

function answer(question: Question, post: StaffedPost, line: Line): AnswerableView[] {
  const { kinds } = question;
  const role = line === 'territorial' ? roleOf(kinds, post.kindKey) : null;
  const clauses = question.clausesFor(post.kindKey, line);
  const duties = clauses.map((clause) => clause.key);
  const { postId, kindKey: postKind, title, unitId, unitName, areaCode } = post;
  const common = { postId, postKind, post: title, unitId, unitName, areaCode, role, duties, clauses };
  if (post.holders.length > 0)
    return post.holders.map((holder) => ({ ...common, vacant: false, standIn: null, ...holder }));
  const superior = mayStandIn(question, line) ? superiorOf(post, question.posts, kinds) : null;
  const [holder] = superior?.holders ?? [];
  if (!superior || !holder) return [{ ...common, vacant: true, standIn: null, ...NOBODY }];
  return [
    {
      ...common,
      vacant: true,
      standIn: { postId: superior.postId, postKind: superior.kindKey, post: superior.title },
      ...holder,
      lead: false,
    },
  ];
}

/** For a coal mine nobody of the township stands in, since the way up would lead to 安监站. */
function mayStandIn(question: Question, line: Line): boolean {
  return line !== 'primary' || !isWatchedFromAbove(question);
}

const NOBODY = { personId: null, name: null, phone: null, since: null, tenureKind: null, lead: false };
