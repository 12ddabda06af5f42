import { setTimeout as after } from 'node:timers';
import { Complaints } from '../complaints';
import { NavigationRefused, PageStack } from '../page-stack';
import { memberNames } from '../typings/declarations';
import { type FileSystemApiName, fileSystemApis, type WxApiName, wxApis, wxMembers } from '../wx-apis';
import { type DirectWork, type LaterWork, WxCalls } from './calls';
import { canvasToTempFilePath, selectorQuery } from './canvas';
import { Device } from './device';
import { WxFailure } from './failure';
import { OWN_FOLDER, readFile, removeSavedFile, savedFileList, saveFile, writeFile } from './files';
import { chooseMedia, compressImage, getImageInfo, getLocation, openDocument } from './media';
import { wxDownload, wxRequest } from './network';
import { getStorage, setStorage, storageInfo } from './storage';

/** What the program shows through WeChat rather than on its own pages. */
export interface Shown {
  toasts: string[];
  title: string;
  clipboard: string;
}

interface Around {
  device: Device;
  complaints: Complaints;
  pages: PageStack;
  isRunning: () => boolean;
  shown: Shown;
  /** `requiredPrivateInfos` of app.json. */
  declared: readonly string[];
}

const TASKS: readonly string[] = ['request', 'downloadFile'];

type Later = { [name in WxApiName]?: LaterWork };
type Direct = { [name in WxApiName]?: DirectWork };

/** The APIs that answer through callbacks. */
function laterApis({ device, pages, shown, declared }: Around): Later {
  const done = async () => ({});
  return {
    canvasToTempFilePath: (options) => canvasToTempFilePath(device, options),
    chooseMedia: async (options) => {
      await device.agreedToPrivacy();
      return chooseMedia(device, options);
    },
    compressImage: (options) => compressImage(device, options),
    downloadFile: (options, signal) => wxDownload(device, options, signal),
    getImageInfo: (options) => getImageInfo(device, options),
    getLocation: async () => {
      await device.agreedToPrivacy();
      return getLocation(declared);
    },
    getNetworkType: async () => networkType(device),
    getRandomValues: async ({ length }: { length: number }) => ({ randomValues: randomBuffer(length) }),
    login: async () => ({ code: wechatCode(device) }),
    makePhoneCall: done,
    navigateBack: goes(({ delta = 1 }: { delta?: number }) => pages.navigateBack(delta)),
    navigateTo: goes(({ url }: { url: string }) => pages.navigateTo(url)),
    openPrivacyContract: done,
    openDocument: (options) => openDocument(device, options),
    pageScrollTo: done,
    previewImage: done,
    reLaunch: goes(({ url }: { url: string }) => pages.reLaunch(url)),
    redirectTo: goes(({ url }: { url: string }) => pages.redirectTo(url)),
    request: (options, signal) => wxRequest(device, options, signal),
    setClipboardData: async ({ data }: { data: string }) => {
      shown.clipboard = data;
      return {};
    },
    setNavigationBarTitle: async ({ title }: { title: string }) => {
      shown.title = title;
      return {};
    },
    showToast: async ({ title }: { title: string }) => {
      shown.toasts.push(title);
      return {};
    },
    stopPullDownRefresh: done,
    switchTab: goes(({ url }: { url: string }) => pages.switchTab(url)),
  };
}

function directApis({ device, isRunning }: Around, calls: WxCalls, fileSystem: () => object): Direct {
  return {
    arrayBufferToBase64: (buffer: ArrayBuffer) => Buffer.from(new Uint8Array(buffer)).toString('base64'),
    canIUse: (schema: string) => {
      const [name = ''] = schema.split('.');
      return name in wxApis && !device.settings.without?.includes(name as WxApiName);
    },
    createSelectorQuery: () => selectorQuery((run) => calls.callback(run)),
    getAppBaseInfo: () => ({
      SDKVersion: '3.4.0',
      language: 'zh_CN',
      theme: 'light',
      fontSizeSetting: device.settings.textSize ?? 17,
    }),
    getFileSystemManager: fileSystem,
    getStorageInfoSync: () => storageInfo(device),
    getStorageSync: (key: string) => getStorage(device, key),
    nextTick: (run: () => void) => void after(() => calls.callback(run), 0),
    onNeedPrivacyAuthorization: (ask: NonNullable<Device['privacyListener']>) => {
      device.privacyListener = (answer) => calls.callback(() => ask(answer));
    },
    onNetworkStatusChange: (told: (status: object) => void) =>
      device.onNetwork((status) => isRunning() && calls.callback(() => told(status))),
    removeStorageSync: (key: string) => void device.storage.delete(key),
    setStorageSync: (key: string, value: unknown) => setStorage(device, key, value),
  };
}

/** A page change that WeChat refuses is an answer, not an error of the stand-in. */
function goes<T>(go: (options: T) => void) {
  return async (options: T) => {
    try {
      go(options);
      return {};
    } catch (error) {
      throw error instanceof NavigationRefused ? new WxFailure(error.message) : error;
    }
  };
}

/** One bar of signal, or none. */
function networkType({ online }: Device) {
  return { networkType: online ? '4g' : 'none', hasSystemProxy: false, signalStrength: -110, weakNet: online };
}

function randomBuffer(length: number): ArrayBuffer {
  return crypto.getRandomValues(new Uint8Array(length)).buffer;
}

function wechatCode(device: Device): string {
  if (!device.settings.wechatCode) throw new WxFailure('login failed');
  return device.settings.wechatCode();
}

/**
 * The `wx` of the program: what the list names works, everything else that WeChat has is there and throws when it is
 * called, what WeChat does not have throws when it is looked for.
 */
export function makeWx(around: Around): object {
  const calls = new WxCalls(around.device, around.complaints, around.isRunning);
  const fileSystem = fileSystemOf(around, calls);
  const members: Record<string, unknown> = { env: { USER_DATA_PATH: OWN_FOLDER }, cloud: undefined };
  const absent: readonly string[] = around.device.settings.without ?? [];
  for (const name of memberNames('Wx').filter((it) => !(it in wxMembers) && !absent.includes(it))) {
    members[name] = unlisted(`wx.${name}`, around.complaints);
  }
  const later = Object.entries(laterApis(around)).map(([name, work]) => [
    name,
    calls.later('Wx', name, work, TASKS.includes(name)),
  ]);
  const direct = Object.entries(directApis(around, calls, () => fileSystem)).map(([name, work]) => [
    name,
    calls.direct('Wx', name, work),
  ]);
  for (const [name, call] of [...later, ...direct] as [string, unknown][]) if (name in members) members[name] = call;
  return guarded('wx', members, around.complaints, [...Object.keys(wxMembers), ...absent]);
}

function fileSystemOf({ device, complaints }: Around, calls: WxCalls): object {
  const works: Record<FileSystemApiName, LaterWork> = {
    getSavedFileList: () => savedFileList(device),
    readFile: (options) => readFile(device, options),
    removeSavedFile: (options) => removeSavedFile(device, options),
    saveFile: (options) => saveFile(device, options),
    writeFile: (options) => writeFile(device, options),
  };
  const members: Record<string, unknown> = {};
  for (const name of memberNames('FileSystemManager'))
    members[name] = unlisted(`FileSystemManager.${name}`, complaints);
  for (const name of Object.keys(fileSystemApis) as FileSystemApiName[]) {
    members[name] = calls.later('FileSystemManager', name, works[name], false);
  }
  return guarded('FileSystemManager', members, complaints, []);
}

function unlisted(name: string, complaints: Complaints) {
  return () => {
    const text = `${name} is called and is not in the list of APIs that the program may use (wx-apis.ts)`;
    complaints.add(text);
    throw new TypeError(text);
  };
}

/** Nobody reads what is not there, unless it is something that a phone too may lack. */
function guarded(name: string, members: object, complaints: Complaints, tolerated: readonly string[]): object {
  return new Proxy(members, {
    get(target, key) {
      const known = typeof key === 'symbol' || key in target || tolerated.includes(key) || key === 'hasOwnProperty';
      if (known) return Reflect.get(target, key);
      const text = `${name}.${key} does not exist in WeChat`;
      complaints.add(text);
      throw new TypeError(text);
    },
  });
}
