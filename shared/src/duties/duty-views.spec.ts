import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { catalogueContent } from './catalogue.contract';
import { documentView, dutyView } from './duty.contract';
import { viewDocument, viewDuties } from './duty-views';

const data = resolve(__dirname, '../../../server/data');
const read = (file: string) => readFileSync(resolve(data, file), 'utf8');
const load = (file: string) => catalogueContent.parse(JSON.parse(read(file)));
const township = load('catalogues/wu-zheng-fa-2022-9.json');
const townshipText = read('wu-zheng-fa-2022-9.txt');
const second = load('catalogues/example-second.json');
const view = (key: string, catalogue = township) => viewDuties(catalogue).find((duty) => duty.key === key);

describe('duty views', () => {
  it('keep their contract, for every duty of both catalogues', () => {
    for (const duty of [...viewDuties(township), ...viewDuties(second)]) expect(dutyView.parse(duty)).toEqual(duty);
    expect(viewDuties(township)).toHaveLength(118);
  });

  it('name bearer, clause, quote, time and evidence', () => {
    expect(view('station-quarterly-meeting')).toMatchObject({
      bearer: { label: '应急管理站站长', discharge: null },
      postKinds: ['safety-station-head'],
      clause: '二(二)1',
      piece: '二(二)1#2',
      quote: '每季度召开一次安全生产例会',
      recurrence: '每季度1次',
      evidence: '会议（有议题、议定事项）',
      recordKinds: [{ key: 'meeting', name: '会议' }],
      canFallDue: true,
    });
  });

  it('leave a word without a number without one', () => {
    expect(view('head-hears-reports')?.recurrence).toBe('“定期”（文件未写数字）');
    expect(view('head-agenda')?.recurrence).toBe('文件未写频次');
    expect(view('head-first-responsible')?.recurrence).toBe('常态责任，不设到期');
    expect(view('ranger-patrol', second)?.recurrence).toContain('本乡定为每日1次（依据：');
  });

  it.each([
    ['ranger-daily-report', '防火期内：每日1次，不晚于18:00'],
    ['roster-flood-report', '每月1次；汛期内：每日2次'],
    ['committee-studies', '每半年至少2次'],
    ['persuader-publicity', '每月1日、16日'],
    ['enterprise-statistics', '每月26日前'],
    ['enterprise-plan', '每2年1次'],
    ['headquarters-meeting', '每季度1次；另按需要（原文“遇有高火险天气随时召开”）'],
    ['lead-to-post', '每次：暴雨预警（橙色及以上），30分钟内'],
    ['deputy-campaign', '15日内达到2次：森林火情'],
    ['deputy-answers-report', '“防火期每日报告巡护情况”收到后，2小时内'],
    ['enterprise-rectifies', '交办时，“按照交办时限”（期限逐件确定）'],
    ['burnt-area-limit', '控制指标：比率不超过0.9‰'],
    ['enterprise-staff', '建立后长期保持（仅限：高风险企业）'],
  ])('say when %s is due', (key, words) => {
    expect(view(key, second)?.recurrence).toBe(words);
  });

  it('say what counts as evidence', () => {
    expect(view('enterprise-rectifies', second)?.evidence).toBe(
      '（检查（有书面记录）和企业主要负责人签字的整改记录）或验收意见（有意见）',
    );
    expect(view('enterprise-staff', second)?.evidence).toBe('专职安全管理人员不少于2名');
  });

  it('reach the post by whose virtue an office is held, and never let a withdrawn duty fall due', () => {
    expect(view('commander-overall', second)?.postKinds).toEqual([
      'fire-commander',
      'party-secretary',
      'township-head',
    ]);
    expect(view('fireworks-licence', second)).toMatchObject({ canFallDue: false, category: { name: '上级收回' } });
    expect(view('committee-checks-system')?.postKinds).toContain('township-head');
  });

  it('give 村党支部书记 and 村委会主任 the same clause, so that one report serves 一肩挑', () => {
    const [secretary, director] = [view('village-secretary-duty-report'), view('village-director-duty-report')];
    expect([director?.piece, director?.quote]).toEqual([secretary?.piece, secretary?.quote]);
  });
});

describe('the document view', () => {
  const document = viewDocument(township, townshipText);

  it('keeps its contract and gives the text back', () => {
    expect(documentView.parse(document)).toEqual(document);
    const text = document.clauses
      .map(
        ({ label, sentences }) =>
          label + sentences.flatMap(({ pieces }) => pieces.map((piece) => piece.text + piece.mark)).join(''),
      )
      .join('');
    expect(text).toBe(townshipText.replace(/\s/g, ''));
  });

  it('leads each sentence to the duties it makes, and every duty from its sentence', () => {
    const sentence = document.clauses.find(({ address }) => address === '一(一)4')?.sentences[0];
    expect(sentence?.duties).toContain('cadre-hazard-reports');
    const reached = new Set(document.clauses.flatMap(({ sentences }) => sentences.flatMap(({ duties }) => duties)));
    expect([...reached].sort()).toEqual(
      viewDuties(township)
        .map(({ key }) => key)
        .sort(),
    );
  });

  it('says why a piece makes no duty', () => {
    const silent = document.clauses
      .flatMap(({ sentences }) => sentences.flatMap(({ pieces }) => pieces))
      .filter(({ verdict }) => verdict === 'no-duty');
    expect(silent.every(({ why }) => why)).toBe(true);
    expect(silent.length).toBeGreaterThan(0);
  });
});

it('the views reach the phone without the catalogue’s contracts', () => {
  const seen = new Set<string>();
  const follow = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/^import (?!type)[^;]*?from '(\.[^']+)'/gm)) {
      const next = `${resolve(dirname(file), path)}.ts`;
      expect(existsSync(next)).toBe(true);
      follow(next);
    }
  };
  follow(resolve(__dirname, 'duty.contract.ts'));
  const names = [...seen].map((file) => file.slice(file.lastIndexOf('/') + 1));
  expect(names).toContain('vocabulary.ts');
  expect(names.filter((name) => /catalogue|bearer|cadence|evidence|scoring|trigger|post-kind/.test(name))).toEqual([]);
});
