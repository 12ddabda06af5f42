import type { Bearer, SingleBearer } from './bearer.contract';
import type { CatalogueContent } from './catalogue.contract';
import type { BearerView } from './duty.contract';
import { singleBearers } from './duty-references';

type Part = BearerView['parts'][number];
type Named = Pick<CatalogueContent, 'postKinds' | 'bodies' | 'unitClasses' | 'scenes'>;

const ROSTER = { lead: '带班领导', 'shift-head': '值班长', 'on-duty': '值班员', any: '值班人员' } as const;

/** 承担者 with its label and the post kinds that it reaches. An unknown key keeps itself as its label. */
export function viewBearer(bearer: Bearer, catalogue: Named): BearerView {
  const parts = singleBearers(bearer).map((single) => viewPart(single, catalogue));
  const label = parts.map((part) => part.label).join('、');
  if (bearer.type !== 'several') return { label, discharge: null, parts };
  return {
    label: `${label}（${bearer.discharge === 'any' ? '一方办了即可' : '各方都要办'}）`,
    discharge: bearer.discharge,
    parts,
  };
}

function viewPart(single: SingleBearer, catalogue: Named): Part {
  const part = (key: string | null, label: string, postKinds: string[]): Part => ({
    type: single.type,
    key,
    label,
    postKinds: withVirtue(postKinds, catalogue),
    inPerson: false,
    delegates: [],
  });
  switch (single.type) {
    case 'post':
      return viewPost(single, part(single.postKind, postKindName(catalogue, single.postKind), [single.postKind]));
    case 'body':
    case 'each-member': {
      const body = catalogue.bodies.find((entry) => entry.key === single.body);
      const name = body?.name ?? single.body;
      if (single.type === 'body') return part(single.body, name, body?.actsThrough ?? []);
      return part(single.body, `${name}每名成员`, body?.members ?? []);
    }
    case 'unit-class': {
      const unitClass = catalogue.unitClasses.find((entry) => entry.key === single.unitClass);
      return part(single.unitClass, unitClass?.name ?? single.unitClass, unitClass?.headedBy ?? []);
    }
    case 'anyone':
      return part(null, single.words, []);
    default: {
      const scene = catalogue.scenes.find((entry) => entry.key === single.scene);
      return part(null, `${scene ? `${scene.name}期间` : ''}${ROSTER[single.role]}`, []);
    }
  }
}

/** 安委会主任 is whoever is 乡长: their duties reach the 乡长's post too. */
function withVirtue(keys: string[], { postKinds }: Named): string[] {
  const virtue = keys.flatMap((key) => postKinds.find((kind) => kind.key === key)?.byVirtueOf ?? []);
  return [...new Set([...keys, ...virtue])];
}

function viewPost(single: Extract<SingleBearer, { type: 'post' }>, part: Part): Part {
  const { performance } = single;
  if (performance?.type === 'in-person') return { ...part, inPerson: true };
  return performance?.type === 'delegable' ? { ...part, delegates: performance.to } : part;
}

/** Today's name of a post kind. */
export function postKindName({ postKinds }: Pick<CatalogueContent, 'postKinds'>, key: string): string {
  return postKinds.find((kind) => kind.key === key)?.currentName ?? key;
}
