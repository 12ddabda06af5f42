import Taro from '@tarojs/taro';
import { noAnswer, problemFrom } from './api-problem';
import { currentToken } from './session';

/** What the paper is made from, where that is not on the server: sent along with the request. */
interface PaperSource {
  body: unknown;
  idempotencyKey: string;
}

/**
 * Fetches a PDF or an Excel file of the API (by the end of its name) and opens it in WeChat's reader, from where it can be sent on or printed.
 * @throws ApiProblem
 */
export async function openPaper(path: string, fileName: string, source?: PaperSource): Promise<void> {
  const filePath = source ? await post(path, source, fileName) : await download(path);
  await Taro.openDocument({ filePath, fileType: fileName.endsWith('.xlsx') ? 'xlsx' : 'pdf', showMenu: true });
}

async function download(path: string): Promise<string> {
  const answer = await Taro.downloadFile({ url: `${__SERVER__}/api${path}`, header: headers() }).catch(() => {
    throw noAnswer('offline');
  });
  // A refusal arrives as a file too; its status says enough.
  if (answer.statusCode !== 200) throw problemFrom(answer.statusCode, undefined);
  return answer.tempFilePath;
}

/** WeChat downloads only by GET: what is posted for comes as bytes, and is written to a file of the app. */
async function post(path: string, { body, idempotencyKey }: PaperSource, fileName: string): Promise<string> {
  const answer = await Taro.request<ArrayBuffer>({
    url: `${__SERVER__}/api${path}`,
    method: 'POST',
    header: { ...headers(), 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey },
    data: JSON.stringify(body),
    responseType: 'arraybuffer',
  }).catch(() => {
    throw noAnswer('offline');
  });
  if (answer.statusCode >= 300) throw problemFrom(answer.statusCode, undefined);
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`;
  await new Promise<void>((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({ filePath, data: answer.data, success: () => resolve(), fail: reject });
  });
  return filePath;
}

function headers(): Record<string, string> {
  return { Authorization: `Bearer ${currentToken() ?? ''}`, 'X-Client-Version': __CLIENT_VERSION__ };
}
