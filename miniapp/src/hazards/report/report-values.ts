import { levelOf } from '@zerentian/shared/areas/area.contract';
import type { HazardPath, ReportHazard } from '@zerentian/shared/hazards/hazard.contract';
import type { HazardLevel } from '@zerentian/shared/hazards/hazard.facts';
import type { HeldPostView } from '@zerentian/shared/people/session.contract';
import type { StandardView } from '@zerentian/shared/standards/standard.contract';
import { basisWords } from '@zerentian/shared/standards/standard.rule';
import type { UnitView } from '@zerentian/shared/units/unit.contract';
import type { LocalPhoto } from '../../photos/photo-store';
import { filled } from '../../platform/form-errors';

/** The form as typed. `path` empty: the likeliest for what is filled in. */
export interface ReportValues {
  id: string;
  description: string;
  photos: LocalPhoto[];
  areaCode: string;
  unitId: string;
  unitName: string;
  unitKind: UnitView['kind'] | '';
  /** The area of the unit, which settles in which post it is reported. */
  unitArea: string;
  path: HazardPath | '';
  remedy: string;
  afterPhotos: LocalPhoto[];
  collective: boolean;
  level: HazardLevel;
  standardClause: string;
  deadline: string;
  spot: string;
  place: ReportHazard['place'] | null;
  /** The unit's, which goes before that of a standard. */
  unitTrade: string;
  /** Of the chosen standard. */
  trade: string;
  basis: string;
  advice: string;
  /** The number of the open hazard that this one adds to. */
  supplements: string;
  /** Everything is asked, also of those for whom three fields do. */
  whole: boolean;
}

export function emptyReport(id: string): ReportValues {
  return {
    id,
    description: '',
    photos: [],
    areaCode: '',
    unitId: '',
    unitName: '',
    unitKind: '',
    unitArea: '',
    path: '',
    remedy: '',
    afterPhotos: [],
    collective: false,
    level: 'general',
    standardClause: '',
    deadline: '',
    spot: '',
    place: null,
    unitTrade: '',
    trade: '',
    basis: '',
    advice: '',
    supplements: '',
    whole: false,
  };
}

/**
 * The post in which this place is reported: the one acted in if it reaches there, else the first that does. Somebody
 * with three villages names the village; the post follows from it.
 */
export function postFor<T extends Pick<HeldPostView, 'id' | 'areaCode'>>(
  { unitArea, areaCode }: Pick<ReportValues, 'unitArea' | 'areaCode'>,
  posts: readonly T[],
  actingPostId: string | null,
): T | undefined {
  const acting = posts.find(({ id }) => id === actingPostId) ?? posts[0];
  const place = unitArea || areaCode;
  const reaching = [acting, ...posts].find((post) => post && place !== '' && place.startsWith(post.areaCode));
  return reaching ?? acting;
}

/**
 * The path that will be taken: what was chosen, else 现场交办 as soon as a unit is named by someone who may hand over,
 * else 上报研判. A suspected 重大 is always referred.
 */
export function pathOf(
  values: Pick<ReportValues, 'path' | 'unitId' | 'level'>,
  paths: readonly HazardPath[],
): HazardPath {
  if (values.level === 'suspected-major') return 'referred';
  if (values.path !== '' && paths.includes(values.path)) return values.path;
  return values.unitId !== '' && paths.includes('assigned') ? 'assigned' : 'referred';
}

/** What is sent: what the path needs, and nothing that was left empty. */
export function reportInput(values: ReportValues, path: HazardPath, actingPostId: string | undefined): object {
  const { id, description, areaCode, unitId, level, standardClause, deadline, spot, place } = values;
  return filled({
    id,
    actingPostId,
    path,
    description,
    photoIds: values.photos.map((photo) => photo.id),
    areaCode: unitId === '' ? areaCode : '',
    unitId,
    ownership: values.collective || values.unitKind === 'village' ? 'collective' : undefined,
    level: level === 'suspected-major' ? level : undefined,
    standardClause: level === 'suspected-major' ? standardClause : values.basis,
    trade: values.unitTrade === '' ? values.trade : '',
    deadline: path === 'assigned' ? deadline : '',
    remedy: path === 'fixed' ? values.remedy : '',
    afterPhotoIds: path === 'fixed' ? values.afterPhotos.map((photo) => photo.id) : [],
    spot,
    place,
  });
}

/** 网格员, 劝导员 and village heads: whoever watches over one village says what, where, and shows it. */
export function isBrief(
  { whole }: Pick<ReportValues, 'whole'>,
  post: Pick<HeldPostView, 'profile' | 'areaCode'> | undefined,
): boolean {
  if (whole || !post || levelOf(post.areaCode) !== 'village') return false;
  return post.profile === 'member' || post.profile === 'village-head';
}

/** What choosing an entry of the library fills in; what was written already stays. */
export function withStandard(values: Pick<ReportValues, 'description'>, entry: StandardView): Partial<ReportValues> {
  const basis = basisWords(entry);
  return {
    ...(values.description.trim() === '' && { description: entry.wording }),
    level: entry.level,
    standardClause: entry.level === 'suspected-major' ? basis : '',
    trade: entry.trade ?? '',
    basis,
    advice: entry.advice ?? '',
  };
}

/** The button says what will happen, so that nobody is surprised. */
export function submitWords(path: HazardPath, unitName: string): string {
  if (path === 'fixed') return '记为已当场改好';
  if (path === 'assigned') return unitName ? `交办给 ${unitName}` : '现场交办';
  return '上报，请安监站研判';
}
