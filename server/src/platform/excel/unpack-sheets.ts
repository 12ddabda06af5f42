import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import { ProblemError } from '../problem';

/** What a workbook may hold when unpacked: some forty thousand rows of a province's export. */
const MOST_BYTES = 24 * 1024 * 1024;
const MOST_PARTS = 500;
/** Unpacked so much at a time: a piece that swells a thousandfold is noticed before it hurts. */
const PIECE = 16 * 1024;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;

/**
 * The sheets of a workbook as XML. A zip bomb is refused: by what its directory announces, which bounds the memory, and by what comes
 * out of it, which bounds the time, whatever the directory says.
 * @throws not_a_workbook, payload_too_large
 */
export function unpackSheets(bytes: Uint8Array): string[] {
  checkAnnounced(bytes);
  const sheets = new Map<string, Buffer[]>();
  let total = 0;
  const unzip = new Unzip((part) => {
    const kept: Buffer[] = [];
    if (SHEET.test(part.name)) sheets.set(part.name, kept);
    part.ondata = (error, data) => {
      if (error) throw notAWorkbook();
      total += data.length;
      if (total > MOST_BYTES) throw tooLarge();
      if (sheets.get(part.name) === kept) kept.push(Buffer.from(data));
    };
    part.start();
  });
  unzip.register(UnzipInflate);
  feed(unzip, bytes);
  if (sheets.size === 0) throw notAWorkbook();
  return [...sheets.values()].map((pieces) => Buffer.concat(pieces).toString('latin1'));
}

function feed(unzip: Unzip, bytes: Uint8Array): void {
  try {
    for (let at = 0; at < bytes.length; at += PIECE)
      unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
  } catch (error) {
    throw error instanceof ProblemError ? error : notAWorkbook();
  }
}

function checkAnnounced(bytes: Uint8Array): void {
  let [parts, total] = [0, 0];
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        parts += 1;
        total += originalSize;
        return false;
      },
    });
  } catch {
    throw notAWorkbook();
  }
  if (parts > MOST_PARTS || total > MOST_BYTES) throw tooLarge();
}

const OLD_BINARY = [0xd0, 0xcf, 0x11, 0xe0];

/** Says what a file is instead, where that can be told. @throws not_a_workbook */
export function mustBeWorkbook(bytes: Uint8Array): void {
  if (OLD_BINARY.every((byte, index) => bytes[index] === byte))
    throw new ProblemError(
      'not_a_workbook',
      '这是旧版的 .xls（或加了密码的）文件，读不了，什么也没有导入。请在 WPS 或 Excel 里另存为 .xlsx、不设密码，再选一次。',
    );
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw notAWorkbook();
}

function notAWorkbook(): ProblemError {
  return new ProblemError('not_a_workbook');
}

export function tooLarge(): ProblemError {
  return new ProblemError(
    'payload_too_large',
    '这个表格解开以后太大，什么也没有导入。请分成几个文件，或删去无关的工作表再试。',
  );
}
