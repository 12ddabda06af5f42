import { Bundle } from './support/bundle';
import { NavigationRefused, PageStack } from './support/page-stack';

/** Pages open, hide and close as WeChat has them do it. */
describe('the page stack', () => {
  const bundle = Bundle.built();
  let log: string[];
  let stack: PageStack;

  beforeEach(() => {
    log = [];
    stack = new PageStack(bundle, (path) => {
      const say = (what: string) => (query?: object) => {
        log.push(`${what} ${path}${query ? ` ${JSON.stringify(query)}` : ''}`);
      };
      const lifecycles = ['onLoad', 'onShow', 'onReady', 'onHide', 'onUnload'].map((it) => [it, say(it)]);
      return { path, root: {}, remove: say('removed'), instance: Object.fromEntries(lifecycles) } as never;
    });
    stack.reLaunch('/today/index');
    log = [];
  });

  const paths = () => stack.pages.map(({ path }) => path);

  it('lays a page on top and takes it off again, with what stands in the address as it stands there', () => {
    stack.navigateTo('/hazards/detail/index?id=1&name=%E7%94%B2');
    stack.navigateBack(1);
    expect(log).toEqual([
      'onHide today/index',
      'onLoad hazards/detail/index {"id":"1","name":"%E7%94%B2"}',
      'onShow hazards/detail/index',
      'onReady hazards/detail/index',
      'onUnload hazards/detail/index',
      'removed hazards/detail/index',
      'onShow today/index',
    ]);
  });

  it('keeps tab pages alive and closes the others on the way to one', () => {
    stack.switchTab('/me/index');
    stack.navigateTo('/contacts/index');
    log = [];
    stack.switchTab('/today/index');
    expect(log).toEqual(['onUnload contacts/index', 'removed contacts/index', 'onShow today/index']);
    expect(paths()).toEqual(['today/index']);
  });

  it('puts a page in the place of another', () => {
    stack.navigateTo('/hazards/report/index');
    stack.redirectTo('../detail/index?id=2');
    expect(paths()).toEqual(['today/index', 'hazards/detail/index']);
  });

  it('starts anew with everything closed, tab pages too', () => {
    stack.switchTab('/me/index');
    log = [];
    stack.reLaunch('/sign-in/index');
    expect(log.filter((line) => line.startsWith('onUnload'))).toEqual(['onUnload me/index', 'onUnload today/index']);
    expect(paths()).toEqual(['sign-in/index']);
  });

  it('opens ten pages and no eleventh', () => {
    for (let depth = 1; depth < 10; depth += 1) stack.navigateTo('/hazards/list/index');
    expect(() => stack.navigateTo('/hazards/list/index')).toThrow(NavigationRefused);
    expect(stack.pages).toHaveLength(10);
    stack.navigateBack(99);
    expect(paths()).toEqual(['today/index']);
  });

  it.each([
    ['a tab page on top', () => stack.navigateTo('/me/index')],
    ['a tab page in place of another', () => stack.redirectTo('/me/index')],
    ['a page as a tab', () => stack.switchTab('/contacts/index')],
    ['a tab with a query', () => stack.switchTab('/me/index?a=1')],
    ['a page that is not there', () => stack.navigateTo('/nowhere/index')],
    ['a way back from the first', () => stack.navigateBack(1)],
  ])('refuses %s', (_, go) => {
    expect(go).toThrow(NavigationRefused);
    expect(paths()).toEqual(['today/index']);
  });
});
