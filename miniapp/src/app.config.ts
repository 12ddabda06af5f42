const onH5 = process.env.TARO_ENV === 'h5';

/**
 * The main package holds what is opened first; every other section is a subpackage of its own. On h5 the app draws
 * navigation itself (a desk needs another than a phone), on WeChat the system does.
 */
export default defineAppConfig({
  pages: ['today/index', 'dashboards/index', 'me/index'],
  subPackages: [
    { root: 'sign-in', pages: ['index'] },
    { root: 'outbox', pages: ['index'] },
    { root: 'privacy', pages: ['index'] },
    { root: 'hazards', pages: ['list/index', 'detail/index', 'report/index', 'step/index'] },
    { root: 'duty-records', pages: ['list/index', 'record/index', 'summary/index', 'proof/index'] },
    {
      root: 'inspections',
      pages: ['list/index', 'visit/index', 'detail/index', 'coverage/index', 'checklists/index'],
    },
    { root: 'campaigns', pages: ['list/index', 'detail/index', 'plan/index', 'finish/index'] },
    { root: 'accountability', pages: ['index', 'caretaker/index'] },
    { root: 'self-checks', pages: ['list/index', 'entry/index', 'detail/index', 'import/index', 'counts/index'] },
    { root: 'evidence-packs', pages: ['index'] },
    { root: 'document', pages: ['index'] },
    { root: 'contacts', pages: ['index'] },
    // Pages for everybody apart from those of 安监站: whoever scans a code loads no more than they need.
    { root: 'public-reports/open', pages: ['report/index', 'sent/index', 'follow/index'] },
    { root: 'public-reports/desk', pages: ['list/index', 'report/index', 'accept/index', 'points/index'] },
    { root: 'supervision-notices', pages: ['index'] },
    { root: 'standards', pages: ['index', 'edit/index'] },
    { root: 'units', pages: ['list/index'] },
  ],
  preloadRule: { 'today/index': { network: 'all', packages: ['hazards'] } },
  tabBar: {
    custom: onH5,
    color: onH5 ? '#5f6e6c' : '@tabText',
    selectedColor: onH5 ? '#0b5d61' : '@tabCurrent',
    backgroundColor: onH5 ? '#ffffff' : '@surface',
    borderStyle: onH5 ? 'black' : ('@tabBorder' as 'black'),
    list: [
      { pagePath: 'today/index', text: '今日', ...tabIcons('today') },
      { pagePath: 'dashboards/index', text: '看板', ...tabIcons('board') },
      { pagePath: 'me/index', text: '我的', ...tabIcons('me') },
    ],
  },
  window: {
    navigationStyle: onH5 ? 'custom' : 'default',
    navigationBarTitleText: '责任田',
    navigationBarBackgroundColor: onH5 ? '#f3f6f5' : '@bg',
    navigationBarTextStyle: onH5 ? 'black' : ('@titleText' as 'black'),
    backgroundColor: onH5 ? '#f3f6f5' : '@bg',
    backgroundTextStyle: onH5 ? 'dark' : ('@pullText' as 'dark'),
  },
  ...(onH5
    ? { animation: false }
    : {
        darkmode: true,
        themeLocation: 'theme.json',
        lazyCodeLoading: 'requiredComponents',
        // Asked for in our own words (ui/privacy-sheet) before camera, album or place are used.
        __usePrivacyCheck__: true,
        // WeChat refuses the place of a report where these two are not said.
        requiredPrivateInfos: ['getLocation'],
        permission: { 'scope.userLocation': { desc: '您同意时，把现在的位置附在上报的隐患和履职记录上' } },
      }),
});

function tabIcons(name: string) {
  return onH5 ? {} : { iconPath: `@${name}Icon`, selectedIconPath: `@${name}IconCurrent` };
}
