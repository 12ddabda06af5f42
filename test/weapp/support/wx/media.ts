import sharp from 'sharp';
import { Device } from './device';
import { WxFailure } from './failure';
import { bytesOf, keepTemporary } from './files';

/** The picture that the device was given, as a photo just taken. */
export async function chooseMedia(device: Device, { count = 9 }: { count?: number }) {
  const { photo } = device.settings;
  if (!photo) throw new Error('This phone has no camera: give it a photo.');
  if (count < 1 || count > 20) throw new WxFailure('count must be between 1 and 20');
  const bytes = photo();
  const tempFilePath = keepTemporary(device, bytes, 'jpg');
  const file = {
    tempFilePath,
    size: bytes.length,
    fileType: 'image',
    duration: 0,
    height: 0,
    width: 0,
    thumbTempFilePath: '',
  };
  return { tempFiles: [file], type: 'image' };
}

interface Compression {
  src: string;
  quality?: number;
  compressedWidth?: number;
}

/** Another file with the same picture, smaller, as JPEG. What is no picture cannot be compressed. */
export function compressImage(device: Device, { src, quality = 80, compressedWidth }: Compression) {
  return asPicture(device, src, async (picture) => {
    const bytes = await picture.resize({ width: compressedWidth }).jpeg({ quality }).toBuffer();
    return { tempFilePath: keepTemporary(device, bytes, 'jpg') };
  });
}

export function getImageInfo(device: Device, { src }: { src: string }) {
  return asPicture(device, src, async (picture) => {
    const { width, height, format } = await picture.metadata();
    return { width, height, path: src, orientation: 'up', type: format };
  });
}

async function asPicture<T>(device: Device, src: string, work: (picture: sharp.Sharp) => Promise<T>): Promise<T> {
  const bytes = bytesOf(device, src);
  try {
    return await work(sharp(bytes));
  } catch {
    throw new WxFailure('not a picture');
  }
}

export async function openDocument(device: Device, { filePath }: { filePath: string }) {
  bytesOf(device, filePath);
  return {};
}

/** The places of the township, in the system that Chinese maps use. */
export async function getLocation(declared: readonly string[]) {
  if (!declared.includes('getLocation')) {
    throw new WxFailure('the api need to be declared in the requiredPrivateInfos field in app.json/ext.json');
  }
  return {
    latitude: 38.06,
    longitude: 116.7,
    accuracy: 20,
    altitude: 0,
    horizontalAccuracy: 20,
    verticalAccuracy: 0,
    speed: -1,
  };
}
