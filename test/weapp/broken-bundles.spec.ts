import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bundle } from './support/bundle';
import { bundleProblems } from './support/bundle-problems';
import { errorText } from './support/complaints';
import { Phone } from './support/phone';

/** The address of nobody: the sign-in page opens without a server. */
const NOBODY = 'http://127.0.0.1:9';
const PAGE = 'sign-in/index';

type Break = (bundle: Broken) => void;

/** A copy of the bundle that may be spoilt. */
class Broken {
  readonly dir = mkdtempSync(join(tmpdir(), 'zerentian-broken-'));

  constructor() {
    cpSync(Bundle.built().dir, this.dir, { recursive: true });
  }

  edit(file: string, change: (text: string) => string): void {
    const path = join(this.dir, file);
    const before = readFileSync(path, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`${file} was not changed: the control proves nothing`);
    writeFileSync(path, after);
  }

  remove(file: string): void {
    rmSync(join(this.dir, file));
  }
}

const atStart = (code: string) => (text: string) => `${code};${text}`;

/**
 * The negative control: faults that a phone would show and a build does not, put into a copy of the real bundle. Each
 * must be found; a harness that lets one pass proves nothing by passing.
 */
describe('a broken bundle', () => {
  let broken: Broken;
  let phone: Phone | null = null;

  beforeEach(() => {
    broken = new Broken();
  });
  afterEach(() => {
    phone?.switchOff();
    phone = null;
    rmSync(broken.dir, { recursive: true, force: true });
  });

  /** Everything that the checks and one opening of the sign-in page have against it. */
  async function verdict(): Promise<string> {
    const bundle = new Bundle(broken.dir);
    const found = [...bundleProblems(bundle)];
    try {
      phone = new Phone({ server: NOBODY }, bundle);
      phone.patience = 1500;
      phone.start(PAGE);
      await phone.shows('责任田');
      await phone.tap('#wechat-sign-in');
      await phone.called('login');
    } catch (error) {
      found.push(errorText(error));
    }
    return [...found, ...(phone?.complaints.all ?? [])].join('\n');
  }

  it('is one that was whole before', async () => {
    expect(await verdict()).toBe('');
  });

  it.each<[string, Break, RegExp]>([
    [
      'calls an API that is not in the list',
      (it) => it.edit('sign-in/index.js', atStart('wx.scanCode({})')),
      /wx\.scanCode is called/,
    ],
    [
      'swallows the error of such a call',
      (it) => it.edit('sign-in/index.js', atStart('try{wx.openSetting({})}catch(e){}')),
      /wx\.openSetting is called/,
    ],
    [
      'looks for an API that WeChat does not have',
      (it) => it.edit('app.js', atStart('wx.fetch')),
      /wx\.fetch does not exist/,
    ],
    [
      'calls with wrong arguments',
      (it) => it.edit('sign-in/index.js', atStart('wx.showToast({text:"x"})')),
      /title is missing/,
    ],
    ['touches the document', (it) => it.edit('sign-in/index.js', atStart('document.title')), /document is not defined/],
    ['asks for process', (it) => it.edit('app.js', atStart('process.env.SERVER')), /process is not defined/],
    [
      'makes code from text',
      (it) => it.edit('app.js', atStart('new Function("return 1")()')),
      /Code generation from strings/,
    ],
    ['uses what older phones lack', (it) => it.edit('sign-in/index.js', atStart('[1].at(0)')), /at is not a function/],
    [
      'is written newer than older phones read',
      (it) => it.edit('app.js', atStart('class A{static{}}')),
      /static block/,
    ],
    ['looks behind in an expression', (it) => it.edit('app.js', atStart('/(?<=a)b/')), /looks behind/],
    [
      'throws later',
      (it) => it.edit('app.js', atStart('setTimeout(function(){null.x},0)')),
      /uncaught error in a timer/,
    ],
    ['lacks a script', (it) => it.remove('comp.js'), /comp\.js.*does not exist/],
    ['lacks a component’s template', (it) => it.remove('comp.wxml'), /comp\.wxml, which does not exist/],
    ['lacks a page’s template', (it) => it.remove('sign-in/index.wxml'), /sign-in\/index\.wxml, which does not exist/],
    ['lacks an imported template', (it) => it.remove('base.wxml'), /base\.wxml, which does not exist/],
    ['lacks a script of the templates', (it) => it.remove('utils.wxs'), /utils\.wxs, which does not exist/],
    ['lacks a tab’s picture', (it) => it.remove('tab-icons/me.png'), /tab-icons\/me\.png, which does not exist/],
    ['lacks a style', (it) => it.remove('common.wxss'), /common\.wxss, which does not exist/],
    [
      'has a template that does not compile',
      (it) => it.edit('base.wxml', (text) => text.replace('</view>', '</view')),
      /base\.wxml:\d+ /,
    ],
    [
      'binds no taps',
      (it) => it.edit('base.wxml', (text) => text.replaceAll('bindtap="eh"', '')),
      /Waited in vain for #wechat-sign-in/,
    ],
    ['selects by *', (it) => it.edit('common.wxss', (text) => `${text}.a > *{color:red}`), /selects by \*/],
    [
      'reaches into another package',
      (it) => it.edit('sign-in/index.js', atStart('require("../hazards/report/index")')),
      /hazards\/report\/index\.js.*another package/,
    ],
    [
      'names a page that is not there',
      (it) => it.edit('app.json', (text) => text.replace(/"pages":\[([^\]]*)\]/, '"pages":[$1,"gone/index"]')),
      /gone\/index\.js, which does not exist/,
    ],
  ])('that %s is found', async (_, spoil, words) => {
    spoil(broken);
    expect(await verdict()).toMatch(words);
  });
});
