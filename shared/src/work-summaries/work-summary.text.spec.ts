import { chineseDate, chineseDay, chineseTime, shortTime } from './chinese-dates';
import { proofOf, totalsOf } from './diligence-proof.kinds';
import { periodOf } from './period';
import type { SummaryAct, SummaryFacts, SummaryHazard, SummaryRecord } from './work-summary.facts';
import { summaryCounts, summaryText } from './work-summary.text';

const village = { areaCode: '140621200200', area: '吴马营村' };
const record = (changes: Partial<SummaryRecord> = {}): SummaryRecord => ({
  kind: '安全检查',
  ...village,
  unit: null,
  text: '查了三户',
  date: '2026-11-03',
  ...changes,
});
const act = (kinds: SummaryAct['kinds'], hazardId = 'a'): SummaryAct => ({ kinds, words: '', hazardId, ...village });
const hazard = (changes: Partial<SummaryHazard> = {}): SummaryHazard => ({
  id: 'a',
  place: '吴马营村，昌盛建材厂',
  description: '配电箱前堆放纸箱。',
  level: 'general',
  state: 'assigned',
  deadline: '2026-11-18',
  overdueDays: 0,
  foundByMe: true,
  holder: '主要负责人 孟庆昌',
  ...changes,
});
const facts = (changes: Partial<SummaryFacts> = {}): SummaryFacts => ({
  period: '2026年11月',
  today: '2026-11-23',
  posts: ['吴马营村包村干部'],
  rectifies: false,
  records: [],
  acts: [],
  hazards: [],
  ...changes,
});

describe('工作小结', () => {
  it('counts by kind, names the villages, tells what is open and with whom', () => {
    const text = summaryText(
      facts({
        records: [
          record(),
          record({ unit: '昌盛建材厂', date: '2026-11-05' }),
          record({ kind: '组织学习', areaCode: '140621200202', area: '屯港村', text: '学文件' }),
        ],
        acts: [act(['found', 'handed-over']), act(['found', 'fixed'], 'b'), act(['pressed']), act(['recorded'])],
        hazards: [
          hazard({ overdueDays: 5 }),
          hazard({ id: 'b', state: 'closed', description: '灭火器被挡', place: '屯港村' }),
        ],
      }),
    );
    const lines = text.split('\n');
    expect(lines[0]).toBe('本人任吴马营村包村干部。现将2026年11月履职情况小结如下。');
    expect(lines.filter((line) => /^[一二三四]、/.test(line))).toEqual([
      '一、日常履职',
      '二、隐患排查治理',
      '三、尚未办结',
      '四、下一步打算',
    ]);
    expect(text).toContain('共记录履职 3 次，其中安全检查 2 次、组织学习 1 次，涉及吴马营村、屯港村。');
    expect(text).toContain('11月5日，在吴马营村昌盛建材厂开展安全检查：查了三户。');
    expect(text).toContain('发现隐患 2 处，其中即查即改 1 处、现场交办 1 处，分布在吴马营村。另办理催办 1 次。');
    expect(text).toContain('截至2026年11月23日，经手的隐患还有 1 处没有办结，其中 1 处已过整改期限。');
    expect(text).toContain('配电箱前堆放纸箱（已交办，整改期限11月18日，逾期 5 天，现由主要负责人 孟庆昌办理）。');
    expect(text).toContain('督促按期整改');
  });

  it('leaves out what there is none of, and numbers what remains without a gap', () => {
    const text = summaryText(facts({ acts: [act(['found', 'fixed'])], hazards: [hazard({ state: 'closed' })] }));
    expect(text.split('\n').filter((line) => /^[一二三四]、/.test(line))).toEqual([
      '一、隐患排查治理',
      '二、下一步打算',
    ]);
    expect(text).not.toContain('没有办结');
  });

  it('says that no record is not the same as nothing done', () => {
    const text = summaryText(facts());
    expect(text).toContain('没有记录不等于没有做');
    expect(text.split('\n')).toHaveLength(2);
  });

  it('puts 疑似重大 first, cuts long words by characters and not through 𠮷, and lists at most five', () => {
    const many = Array.from({ length: 7 }, (_, index) => hazard({ id: `h${index}`, description: `第${index}处` }));
    const major = hazard({ id: 'm', level: 'suspected-major', description: '𠮷'.repeat(80), foundByMe: false });
    const lines = summaryText(facts({ acts: [act(['found', 'handed-over'])], hazards: [...many, major] })).split('\n');
    const notable = lines.filter((line) => /^（\d）/.test(line));
    expect(notable).toHaveLength(5);
    expect(notable[0]).toContain(`（疑似重大）：${'𠮷'.repeat(60)}…，`);
    expect(lines).toContain('其余 3 处见隐患清单。');
  });

  it('asks whoever heads a unit to put right, not to press', () => {
    const text = summaryText(facts({ rectifies: true, acts: [act(['rectified'])], hazards: [hazard()] }));
    expect(text).toContain('改好后及时提交，配合复查');
    expect(text).not.toContain('督促按期整改');
  });

  it('counts what it says', () => {
    const counts = summaryCounts(facts({ records: [record()], acts: [act(['found', 'fixed']), act(['recorded'])] }));
    expect(counts).toEqual([
      { label: '安全检查', count: 1 },
      { label: '发现隐患', count: 1 },
      { label: '即查即改', count: 1 },
    ]);
  });
});

describe('what an act proves', () => {
  it.each([
    ['hazard-report', { path: 'assigned' }, ['found', 'handed-over']],
    ['hazard-report', { path: 'fixed' }, ['found', 'fixed']],
    ['hazard-report', { path: 'referred' }, ['found', 'reported-up']],
    ['hazard-report', {}, ['found']],
    ['hazard-verify', {}, ['rechecked']],
    ['remind', {}, ['pressed']],
    ['record-duty', {}, ['recorded']],
    ['hazard-report-to-county', {}, ['reported-up']],
    ['hazard-follow-up', {}, ['pressed']],
  ])('%s %j is %j', (name, changes, kinds) => {
    expect(proofOf({ act: name, changes })?.kinds).toEqual(kinds);
  });

  it('does not list what is no work on safety, and says who only went along', () => {
    expect(proofOf({ act: 'appoint', changes: {} })).toBeNull();
    expect(proofOf({ act: 'hazard-verify', changes: {}, accompanied: true })?.words).toBe('同去复查（合格）');
  });

  it('totals in the order of the list', () => {
    expect(
      totalsOf([{ kinds: ['recorded'] }, { kinds: ['found', 'fixed'] }, { kinds: ['found'] }]).map(
        ({ kind, count }) => [kind, count],
      ),
    ).toEqual([
      ['found', 2],
      ['fixed', 1],
      ['recorded', 1],
    ]);
  });
});

describe('periods and dates', () => {
  it('reads months and quarters, and nothing else', () => {
    expect(periodOf('2026-12')).toEqual({ from: '2026-12-01', until: '2027-01-01', name: '2026年12月' });
    expect(periodOf('2026-Q4')).toEqual({ from: '2026-10-01', until: '2027-01-01', name: '2026年第四季度' });
    expect(['2026', '2026-13', '2026-Q5', '2026-11-01', ''].map(periodOf)).toEqual([null, null, null, null, null]);
  });

  it('writes times in Shanghai', () => {
    const late = new Date('2026-11-02T16:05:00.000Z');
    expect(chineseTime(late)).toBe('2026年11月3日0时05分');
    expect(shortTime(late)).toBe('2026-11-03 00:05');
    expect([chineseDate('2026-01-09'), chineseDay('2026-01-09')]).toEqual(['2026年1月9日', '1月9日']);
  });
});
