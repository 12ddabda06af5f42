import type { CatalogueContent } from '@zerentian/shared/duties/catalogue.contract';
import type { DocumentView, DutyView } from '@zerentian/shared/duties/duty.contract';
import { viewDocument, viewDuties } from '@zerentian/shared/duties/duty-views';
import type { Line } from '@zerentian/shared/posts/post.contract';

/** A version of a catalogue as it is read: immutable, so everything made from it is made once. */
export class LoadedCatalogue {
  readonly duties: readonly DutyView[];
  readonly recordKinds: readonly { key: string; name: string }[];
  readonly document: DocumentView;
  /** Post kinds that some duty reaches, with today's name. */
  readonly postKinds: readonly { key: string; name: string }[];
  private readonly byPostKind = new Map<string, DutyView[]>();
  private readonly byDuty = new Map<string, string[]>();

  constructor(
    readonly id: string,
    readonly areaCode: string,
    content: CatalogueContent,
    sourceText: string,
  ) {
    this.duties = viewDuties(content);
    this.recordKinds = content.recordKinds.map(({ key, name }) => ({ key, name }));
    this.document = viewDocument(content, sourceText);
    for (const kind of content.postKinds) this.byPostKind.set(kind.key, []);
    for (const duty of this.duties) {
      const kinds = bearing(duty, content);
      this.byDuty.set(duty.key, kinds);
      for (const kind of kinds) this.byPostKind.get(kind)?.push(duty);
    }
    const reached = content.postKinds.filter((kind) => this.dutiesOf(kind.key).length > 0);
    this.postKinds = reached.map(({ key, currentName }) => ({ key, name: currentName }));
  }

  /** The duties that reach a post kind, those of an office held by virtue of it included, in the document's order. */
  dutiesOf(postKind: string): readonly DutyView[] {
    return this.byPostKind.get(postKind) ?? [];
  }

  /** The post kinds that a duty reaches, offices held by virtue of another included. */
  kindsOf(duty: string): string[] {
    return this.byDuty.get(duty) ?? [];
  }

  /** The duties whose clauses put a post kind in a line of 谁负责: those marked for the line, or all of the kind's where none is. */
  dutiesFor(postKind: string, line: Line): readonly DutyView[] {
    const all = this.dutiesOf(postKind);
    const marked = all.filter((duty) => duty.line === line);
    return marked.length > 0 ? marked : all;
  }
}

/** Post kinds that a duty reaches, and those that hold one of them by virtue of their office (安委会主任). */
function bearing(duty: DutyView, content: CatalogueContent): string[] {
  const reached = content.postKinds.filter((kind) => duty.postKinds.includes(kind.key));
  return [...new Set(reached.flatMap((kind) => [kind.key, ...(kind.byVirtueOf ?? [])]))];
}
