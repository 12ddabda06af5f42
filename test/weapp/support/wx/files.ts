import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Device } from './device';
import { WxFailure } from './failure';

/** The phone's files: temporary ones and saved ones, all real files in the device's own folder. */
const TEMPORARY = 'wxfile://tmp_';
const SAVED = 'wxfile://store_';
/** `wx.env.USER_DATA_PATH`. */
export const OWN_FOLDER = 'wxfile://usr';

/** Files that WeChat makes itself and names with a path of its own. */
export function keepTemporary(device: Device, bytes: Buffer, extension: string): string {
  const path = `${TEMPORARY}${randomUUID()}.${extension}`;
  writeFileSync(onDisk(device, path), bytes);
  return path;
}

export function bytesOf(device: Device, path: string): Buffer {
  const file = onDisk(device, path);
  if (!existsSync(file)) throw new WxFailure(`no such file or directory, open "${path}"`);
  return readFileSync(file);
}

/** WeChat's own files lie side by side, the program's in a folder of their own. */
function onDisk(device: Device, path: string): string {
  const name = /^wxfile:\/\/((?:usr\/)?[^/\\]+)$/.exec(path)?.[1];
  if (!name || name.includes('..')) throw new WxFailure(`permission denied, open "${path}"`);
  return join(device.files, name);
}

interface ReadOptions {
  filePath: string;
  encoding?: string;
}

/** Without an encoding the answer is an ArrayBuffer. */
export async function readFile(device: Device, { filePath, encoding }: ReadOptions) {
  const bytes = bytesOf(device, filePath);
  return { data: encoding ? bytes.toString(encoding as BufferEncoding) : new Uint8Array(bytes).buffer };
}

interface WriteOptions {
  filePath: string;
  data: string | ArrayBuffer;
  encoding?: string;
}

/** Only into the program's own folder. */
export async function writeFile(device: Device, { filePath, data, encoding = 'utf8' }: WriteOptions) {
  if (!filePath.startsWith(`${OWN_FOLDER}/`)) throw new WxFailure(`permission denied, open "${filePath}"`);
  mkdirSync(join(device.files, 'usr'), { recursive: true });
  const bytes = typeof data === 'string' ? Buffer.from(data, encoding as BufferEncoding) : new Uint8Array(data);
  writeFileSync(onDisk(device, filePath), bytes);
  return {};
}

/** Moves a temporary file to where it outlives the program. */
export async function saveFile(device: Device, { tempFilePath }: { tempFilePath: string }) {
  if (!tempFilePath.startsWith(TEMPORARY)) throw new WxFailure('tempFilePath file not exist');
  bytesOf(device, tempFilePath);
  const savedFilePath = `${SAVED}${randomUUID()}.${tempFilePath.split('.').at(-1)}`;
  copyFileSync(onDisk(device, tempFilePath), onDisk(device, savedFilePath));
  rmSync(onDisk(device, tempFilePath));
  return { savedFilePath };
}

export async function removeSavedFile(device: Device, { filePath }: { filePath: string }) {
  if (!filePath.startsWith(SAVED)) throw new WxFailure('not a store filePath');
  bytesOf(device, filePath);
  rmSync(onDisk(device, filePath));
  return {};
}

/** What was saved and not removed. */
export async function savedFileList(device: Device) {
  const prefix = SAVED.slice('wxfile://'.length);
  const names = readdirSync(device.files).filter((name) => name.startsWith(prefix));
  const fileList = names.map((name) => {
    const { size, mtimeMs } = statSync(join(device.files, name));
    return { filePath: `wxfile://${name}`, size, createTime: Math.floor(mtimeMs / 1000) };
  });
  return { fileList };
}
