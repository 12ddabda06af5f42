import { DEFAULT_CATALOGUE, readCatalogue } from '@zerentian/server/duties/catalogue-file';
import { CatalogueImport } from '@zerentian/server/duties/catalogue-import.service';
import { ProblemError } from '@zerentian/server/platform/problem';
import { momentOf } from '@zerentian/server/platform/writes/moment';
import { Post } from '@zerentian/server/posts/post.entity';
import { Unit } from '@zerentian/server/units/unit.entity';
import { dateOf } from '@zerentian/shared/calendar';
import type { DutyView } from '@zerentian/shared/duties/duty.contract';
import type { StudyView } from '@zerentian/shared/duties/study.contract';
import { actsOn } from '../support/acts';
import { call } from '../support/client';
import { startTownship, TOWNSHIP, type Township, VILLAGE } from '../support/township';
import { verify } from './ledger.support';

let town: Township;
beforeAll(async () => {
  town = await startTownship();
});
afterAll(() => town?.close());

describe('GET /api/duties', () => {
  test('refused without a session, for another area, and with a key that is none', async () => {
    expect((await call(town, 'GET', '/api/duties')).body.code).toBe('not_signed_in');
    expect((await town.as.villageCadre.get('/api/duties?area=140621')).body.code).toBe('outside_scope');
    expect((await town.as.villageCadre.get('/api/duties?postKind=Robert%27)')).body.code).toBe('invalid_input');
  });

  test('all of them, each with bearer, clause and quote', async () => {
    const { body } = await town.as.enterpriseHead.get<{ items: DutyView[]; nextCursor: null }>('/api/duties');
    const source = readCatalogue(DEFAULT_CATALOGUE);
    expect(body.items).toHaveLength((source.content as { duties: unknown[] }).duties.length);
    const text = source.sourceText.replace(/\s/g, '');
    for (const duty of body.items) {
      expect(duty.bearer.label).not.toBe('');
      expect(duty.clause).not.toBe('');
      expect(text).toContain(duty.quote.replace(/\s/g, ''));
    }
  });

  test('those of a post kind; an office held by virtue of another counts', async () => {
    const keys = async (kind: string) =>
      (await town.as.villageCadre.get(`/api/duties?postKind=${kind}`)).body.items.map((it: DutyView) => it.key);
    expect(await keys('village-cadre')).toContain('cadre-whole-village');
    expect(await keys('village-cadre')).not.toContain('head-budget');
    expect(await keys('township-head')).toEqual(expect.arrayContaining(['head-budget', 'committee-checks-system']));
    expect(await keys('administrator')).toEqual([]);
    const none = await town.as.villageCadre.get('/api/duties?postKind=nobody-of-this-kind');
    expect([none.status, none.body.code]).toEqual([422, 'unknown_reference']);
  });

  test('pages join to the whole', async () => {
    const first = await town.as.villageCadre.get('/api/duties?limit=100');
    const second = await town.as.villageCadre.get(`/api/duties?limit=100&cursor=${first.body.nextCursor}`);
    expect([first.body.items.length, second.body.items.length, second.body.nextCursor]).toEqual([100, 18, null]);
  });

  test('whoever holds this version already gets 304 and no body', async () => {
    const first = await town.as.villageCadre.get('/api/duties');
    const etag = first.headers.get('etag') as string;
    expect(etag).toMatch(/^".+"$/);
    const again = await town.as.villageCadre.get('/api/duties', { 'if-none-match': `"other", W/${etag}` });
    expect([again.status, again.body]).toEqual([304, undefined]);
    const stale = await town.as.villageCadre.get('/api/duties', { 'if-none-match': '"other"' });
    expect(stale.status).toBe(200);
  });
});

describe('文件学习', () => {
  test('the whole text, byte for byte without white space', async () => {
    const { body } = await town.as.villageDirector.get<StudyView>('/api/document');
    const text = body.clauses
      .map(
        (clause) =>
          clause.label + clause.sentences.flatMap((it) => it.pieces.map((piece) => piece.text + piece.mark)).join(''),
      )
      .join('');
    expect(text).toBe(readCatalogue(DEFAULT_CATALOGUE).sourceText.replace(/\s/g, ''));
  });

  test('each sentence leads to duties and their holders today; mine are marked', async () => {
    const { body } = await town.as.villageCadre.get<StudyView>('/api/document');
    const duties = new Map(body.duties.map((duty) => [duty.key, duty]));
    const used = body.clauses.flatMap((clause) => clause.sentences.flatMap((it) => it.duties));
    expect(used.length).toBeGreaterThan(100);
    for (const key of used) expect(duties.has(key)).toBe(true);
    expect(body.duties.filter((duty) => duty.mine).map((duty) => duty.postKinds)).toEqual(
      expect.arrayContaining([['village-cadre']]),
    );
    expect(duties.get('cadre-whole-village')?.mine).toBe(true);
    expect(duties.get('head-budget')?.mine).toBe(false);
    const cadres = body.postKinds.find((kind) => kind.key === 'village-cadre');
    expect(cadres?.posts).toHaveLength(12);
    expect(
      cadres?.posts
        .filter((post) => post.mine)
        .map((post) => post.areaCode)
        .sort(),
    ).toEqual([VILLAGE, '140621200202', '140621200203']);
    expect(cadres?.posts.find((post) => post.areaCode === VILLAGE)?.holders).toHaveLength(3);
  });

  test('a post that falls vacant is shown as vacant', async () => {
    const posts = async () =>
      (await town.as.partySecretary.get<StudyView>('/api/document')).body.postKinds.find(
        (kind) => kind.key === 'civil-affairs-head',
      )?.posts;
    const [before] = (await posts()) ?? [];
    expect([before?.vacant, before?.holders[0]?.name]).toEqual([false, '高文斌（示例）']);
    const sql = 'SELECT tenureId FROM tenure WHERE postId = ? AND supersededAt IS NULL';
    const [{ tenureId }] = await town.source.query(sql, [before?.postId]);
    await town.as.administrator.post(`/api/tenures/${tenureId}/end`, { until: dateOf(town.clock.now()) });
    expect((await posts())?.[0]).toMatchObject({ vacant: true, holders: [] });
  });
});

test('kinds of 履职记录', async () => {
  const { body } = await town.as.villageCadre.get('/api/record-kinds');
  expect(body.items).toContainEqual({ key: 'study', name: '组织学习' });
});

describe('importing', () => {
  const importing = (file: { content: unknown; sourceText: string }) => {
    const by = { personId: null, postId: null, moment: momentOf({}, town.clock.now()) };
    return town.nest.get(CatalogueImport, { strict: false }).import(by, file);
  };
  const changed = (change: (content: Record<string, any>) => void) => {
    const file = readCatalogue(DEFAULT_CATALOGUE);
    change(file.content as never);
    return file;
  };
  const refusal = async (file: ReturnType<typeof readCatalogue>) => {
    const error = await importing(file).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    return error as ProblemError;
  };
  const versions = async () =>
    (await town.source.query('SELECT version FROM catalogue ORDER BY version')).map(
      (row: { version: number }) => row.version,
    );

  test('refused: a quote that is not in the text, the same version with another content, a kind with another profile', async () => {
    const misquoted = await refusal(
      changed((content) => {
        content.version = 2;
        content.duties[0].quote = '要亲自部署一切';
      }),
    );
    expect([misquoted.code, misquoted.errors?.[0]?.path]).toEqual(['catalogue_invalid', 'secretary-deploys']);
    const other = await refusal(
      changed((content) => {
        content.duties[0].title = '另一个标题';
      }),
    );
    expect(other.code).toBe('catalogue_version_taken');
    const profile = await refusal(
      changed((content) => {
        content.version = 2;
        content.postKinds.find((kind: { key: string }) => kind.key === 'village-cadre').profile = 'administrator';
      }),
    );
    expect(profile.errors?.[0]?.path).toBe('postKinds.village-cadre.profile');
    const orphan = await refusal(
      changed((content) => {
        content.area = '150125200';
      }),
    );
    expect([orphan.code, orphan.errors?.[0]?.message]).toEqual(['unknown_area', '没有这个辖区：上级 150125']);
    expect(await versions()).toEqual([1]);
  });

  test('the same again changes nothing', async () => {
    expect(await importing(readCatalogue(DEFAULT_CATALOGUE))).toMatchObject({ version: 1, imported: false });
    expect(await versions()).toEqual([1]);
  });

  test('a new version is in force at once, the old one stays, and the ledger holds digests of both texts', async () => {
    const before = await town.as.villageCadre.get('/api/duties');
    const result = await importing(
      changed((content) => {
        content.version = 2;
        content.duties[0].title = '亲自部署安全生产';
      }),
    );
    expect(result.imported).toBe(true);
    const after = await town.as.villageCadre.get('/api/duties', {
      'if-none-match': before.headers.get('etag') as string,
    });
    expect([after.status, after.body.items[0].title]).toEqual([200, '亲自部署安全生产']);
    expect(await versions()).toEqual([1, 2]);
    const [act] = await actsOn(town, result.id);
    expect(act).toMatchObject({
      act: 'import-catalogue',
      changes: { areaCode: TOWNSHIP, version: 2, current: true },
      facts: { contentDigest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect((await verify(town)).findings).toEqual([]);
  });

  describe('kinds of several townships', () => {
    const OTHER = '140621998';
    const kind = (content: Record<string, any>, key: string) =>
      content.postKinds.find((it: { key: string }) => it.key === key);
    const stored = async (key: string) => {
      const [row] = await town.source.query('SELECT * FROM post_kind WHERE `key` = ?', [key]);
      return { line: row.line, singleHolder: Boolean(row.singleHolder), reportsTo: row.reportsTo };
    };
    const own = (version: number, change: (content: Record<string, any>) => void) =>
      changed((content) => {
        content.version = version;
        change(content);
      });
    const others = (version: number, change: (content: Record<string, any>) => void = () => {}) =>
      own(version, (content) => {
        content.area = OTHER;
        content.areaName = '另一乡';
        change(content);
      });

    test('while nobody else uses a kind, its own township may change it', async () => {
      const gridMember = { line: 'territorial', singleHolder: true, reportsTo: 'village-secretary' };
      await importing(own(3, (content) => Object.assign(kind(content, 'village-grid-member'), gridMember)));
      expect(await stored('village-grid-member')).toEqual(gridMember);
      await importing(own(4, () => {}));
    });

    test('another township’s catalogue changes neither line, nor holders, nor the superior of this one’s kinds', async () => {
      const before = await stored('village-cadre');
      const { code, errors } = await refusal(
        others(1, (content) => {
          Object.assign(kind(content, 'village-cadre'), {
            line: 'sector',
            singleHolder: true,
            reportsTo: 'safety-deputy',
          });
          kind(content, 'office-director').reportsTo = 'party-secretary';
        }),
      );
      expect(code).toBe('catalogue_invalid');
      expect(errors?.map((it) => it.path).sort()).toEqual([
        'postKinds.office-director.reportsTo',
        'postKinds.village-cadre.line',
        'postKinds.village-cadre.reportsTo',
        'postKinds.village-cadre.singleHolder',
      ]);
      for (const { message } of errors ?? [])
        expect(message).toMatch(/^岗位类别“.+”吴马营乡也在用，.+不能改.*请换一个代号$/);
      expect(await stored('village-cadre')).toEqual(before);
      expect(await town.source.query('SELECT id FROM catalogue WHERE areaCode = ?', [OTHER])).toEqual([]);
    });

    test('with the same kinds, and with kinds of its own, it comes into force; from then on neither changes them', async () => {
      const more = (content: Record<string, any>) =>
        content.postKinds.push({ ...kind(content, 'village-grid-member'), key: 'other-grid-member', line: null });
      expect((await importing(others(1, more))).imported).toBe(true);
      const { errors } = await refusal(
        own(5, (content) => {
          kind(content, 'village-grid-member').singleHolder = true;
        }),
      );
      expect(errors?.map((it) => it.path)).toEqual(['postKinds.village-grid-member.singleHolder']);
      expect((await importing(own(5, () => {}))).imported).toBe(true);
    });

    test('a kind that only posts of another township still use is theirs too', async () => {
      await importing(others(2));
      const unit = { name: '另一乡政府', kind: 'government' as const, areaCode: OTHER };
      const unitId = '0193b5a0-0000-7000-8000-00000000aaaa';
      await town.source.manager.insert(Unit, { id: unitId, ...unit, supervision: 'township' });
      const post = { id: unitId, title: '网格员', areaCode: OTHER, unitId, kindKey: 'other-grid-member' };
      await town.source.manager.insert(Post, post);
      const { errors } = await refusal(
        own(6, (content) =>
          content.postKinds.push({ ...kind(content, 'village-grid-member'), key: 'other-grid-member' }),
        ),
      );
      expect(errors?.map((it) => it.path)).toEqual(['postKinds.other-grid-member.line']);
    });
  });
});
