/**
 * The parts of WeChat that the program may use, and what for. Anything else throws in the tests: a new entry is a
 * decision (does it need a permission? since which base library? what when it is refused?), and its stand-in is
 * written in the folder wx/.
 */
export const wxApis = {
  arrayBufferToBase64: 'a small picture of a photo, sent ahead of it',
  canvasToTempFilePath: 'the picture of a signature',
  canIUse: 'ask whether a phone has an API',
  chooseMedia: 'take a photo or pick one from the album',
  compressImage: 'shrink a photo before it is sent',
  createSelectorQuery: 'the canvas to sign on',
  downloadFile: 'fetch a PDF',
  getAppBaseInfo: 'how large WeChat writes, and whether the phone is dark',
  getFileSystemManager: 'keep a photo of a draft, read its bytes',
  getImageInfo: 'how large a photo is, before it is shrunk',
  getLocation: 'the place of a report, if one likes',
  getNetworkType: 'whether there is a network, at the start',
  getRandomValues: 'random bytes for the ids made on the phone',
  getStorageInfoSync: 'what waits in the outbox, and how full the phone is',
  getStorageSync: 'the session, the settings, drafts, what was last seen',
  login: 'the code that the server exchanges for the WeChat identity',
  makePhoneCall: 'call whoever is accountable',
  navigateBack: 'one page back',
  navigateTo: 'open a page on top',
  nextTick: 'after the page was drawn',
  onNeedPrivacyAuthorization: 'ask in our own words before camera, album or place are used',
  onNetworkStatusChange: 'the network is back: what waits is sent',
  openDocument: 'show a PDF, send it on, print it',
  openPrivacyContract: 'the operator’s guideline, as WeChat shows it',
  pageScrollTo: 'lead to the field that is wrong',
  previewImage: 'show a photo whole',
  reLaunch: 'to the sign-in page and from it',
  redirectTo: 'a page in place of this one',
  removeStorageSync: 'forget a draft, a session',
  request: 'every call to the server',
  setClipboardData: 'copy a work summary, to paste it into a chat',
  setNavigationBarTitle: 'the title of a page',
  setStorageSync: 'the session, the settings, drafts, what was last seen',
  showToast: 'a short word of success',
  stopPullDownRefresh: 'the page was read anew',
  switchTab: 'to 今日, 看板 and 我的',
} as const;

/** The methods of `wx.getFileSystemManager()` among them. */
export const fileSystemApis = {
  getSavedFileList: 'which photos are kept, and how much room they take',
  readFile: 'the bytes of a photo, to send them',
  removeSavedFile: 'free what a delivered photo took',
  saveFile: 'keep a photo until it is sent',
  writeFile: 'a PDF that was asked for by POST, to show it',
} as const;

/** Members of `wx` that are not called: constants, and what bundler and Taro look for while they start. */
export const wxMembers = {
  env: 'read by Taro at the start',
  cloud: 'looked for by Taro at the start; there is none',
  webpackJsonp: 'where the bundler keeps its list of chunks',
} as const;

export type WxApiName = keyof typeof wxApis;
export type FileSystemApiName = keyof typeof fileSystemApis;
export type ApiName = WxApiName | FileSystemApiName;
