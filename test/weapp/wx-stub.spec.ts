import { Bundle } from './support/bundle';
import { Complaints } from './support/complaints';
import { PageStack } from './support/page-stack';
import { memberNames } from './support/typings/declarations';
import { Device } from './support/wx/device';
import { type Behaviour } from './support/wx/failure';
import { makeWx } from './support/wx/wx';
import { fileSystemApis, wxApis } from './support/wx-apis';

/** The stand-in of WeChat is held to WeChat's own declarations, and holds the program to them. */
describe('the stand-in of WeChat', () => {
  let device: Device;
  let complaints: Complaints;
  let wx: Record<string, any>;

  beforeEach(() => {
    device = new Device({ server: 'http://127.0.0.1:1', without: ['getRandomValues'] });
    complaints = new Complaints();
    const shown = { toasts: [], title: '', clipboard: '' };
    const pages = new PageStack(Bundle.built(), () => {
      throw new Error('no pages here');
    });
    wx = makeWx({ device, complaints, pages, shown, declared: [], isRunning: () => true });
  });
  afterEach(() => device.throwAway());

  const failure = (call: (handlers: object) => void) =>
    new Promise<string>((resolve) => {
      call({ success: () => resolve('success'), fail: ({ errMsg }: { errMsg: string }) => resolve(errMsg) });
    });

  it('has only what the list names, and the list names only what WeChat has', () => {
    expect(memberNames('Wx')).toEqual(expect.arrayContaining(Object.keys(wxApis)));
    expect(memberNames('FileSystemManager')).toEqual(expect.arrayContaining(Object.keys(fileSystemApis)));
    expect(memberNames('Wx').length).toBeGreaterThan(300);
  });

  it.each(['scanCode', 'getSystemInfoSync', 'startBluetoothDevicesDiscovery'])('throws when %s is called', (api) => {
    expect(() => wx[api]({})).toThrow(/not in the list/);
    expect(complaints.all).toEqual([expect.stringContaining(`wx.${api}`)]);
  });

  it('throws when something is looked for that WeChat does not have', () => {
    expect(() => wx.fetch).toThrow(/does not exist in WeChat/);
    expect(() => wx.getFileSystemManager().readFileNow).toThrow(/does not exist in WeChat/);
  });

  it.each([
    ['a missing field', () => wx.request({ method: 'GET' }), 'request(option).url is missing'],
    ['a wrong type', () => wx.request({ url: 5 }), 'request(option).url must be string'],
    ['a word that is none of the declared', () => wx.request({ url: '/', method: 'PATCH' }), 'request(option).method'],
    ['an unknown field', () => wx.makePhoneCall({ phoneNumber: '1', number: '1' }), 'number is not declared'],
    ['a wrong element of a list', () => wx.chooseMedia({ mediaType: ['photo'] }), 'mediaType[0]'],
    ['no argument', () => wx.getStorageSync(), 'getStorageSync(key) is missing'],
    ['a wrong argument of the file system', () => wx.getFileSystemManager().readFile({}), 'filePath is missing'],
  ])('refuses %s', (_, call, words) => {
    expect(call).toThrow(words);
    expect(complaints.all).toHaveLength(1);
  });

  it('knows what a phone’s WeChat is too old for', () => {
    expect(wx.getRandomValues).toBeUndefined();
    expect(wx.canIUse('getRandomValues')).toBe(false);
    expect(wx.canIUse('request')).toBe(true);
    expect(wx.canIUse('scanCode')).toBe(false);
    expect('getRandomValues' in wx).toBe(false);
  });

  it.each<[Behaviour, string]>([
    ['cancel', 'chooseMedia:fail cancel'],
    ['deny', 'chooseMedia:fail auth deny'],
    ['timeout', 'chooseMedia:fail timeout'],
    ['full', 'chooseMedia:fail the maximum size'],
  ])('can %s', async (behaviour, words) => {
    device.behave('chooseMedia', behaviour);
    expect(await failure((handlers) => wx.chooseMedia({ count: 1, ...handlers }))).toContain(words);
    expect(complaints.all).toEqual([]);
  });

  it('is full at 1 MB per key and at 10 MB', () => {
    expect(() => wx.setStorageSync('a', 'x'.repeat(1024 * 1024))).toThrow(/setStorageSync:fail/);
    for (let key = 0; key < 10; key += 1) wx.setStorageSync(`k${key}`, 'x'.repeat(1024 * 1024 - 10));
    expect(() => wx.setStorageSync('last', 'x'.repeat(1024))).toThrow(/10MB/);
    wx.removeStorageSync('k0');
    wx.setStorageSync('last', 'x'.repeat(1024));
    expect(wx.getStorageSync('last')).toHaveLength(1024);
    expect(wx.getStorageSync('nothing')).toBe('');
  });

  it('refuses a server that the package was not built for, and a place that app.json does not declare', async () => {
    expect(await failure((handlers) => wx.request({ url: 'https://example.com/', ...handlers }))).toContain(
      'url not in domain list',
    );
    expect(await failure((handlers) => wx.getLocation({ type: 'gcj02', ...handlers }))).toContain(
      'requiredPrivateInfos',
    );
  });

  it('writes only where the program may', async () => {
    const files = wx.getFileSystemManager();
    const write = (filePath: string) => failure((handlers) => files.writeFile({ filePath, data: 'x', ...handlers }));
    expect(await write('/etc/passwd')).toContain('permission denied');
    expect(await write(`${wx.env.USER_DATA_PATH}/../x`)).toContain('permission denied');
    expect(await write(`${wx.env.USER_DATA_PATH}/小结.pdf`)).toBe('success');
  });

  it('answers with a promise when there is no callback', async () => {
    device.behave('makePhoneCall', 'cancel');
    await expect(wx.makePhoneCall({ phoneNumber: '13800000000' })).rejects.toEqual({
      errMsg: 'makePhoneCall:fail cancel',
    });
  });
});
