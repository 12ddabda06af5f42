import Taro from '@tarojs/taro';
import { noAnswer, problemFrom } from './api-problem';
import { currentToken } from './session';

/**
 * Fetches a PDF of the API and opens it in WeChat's reader, from where it can be sent on or printed.
 * @throws ApiProblem
 */
export async function openPaper(path: string, _fileName: string): Promise<void> {
  const answer = await Taro.downloadFile({
    url: `${__SERVER__}/api${path}`,
    header: { Authorization: `Bearer ${currentToken() ?? ''}`, 'X-Client-Version': __CLIENT_VERSION__ },
  }).catch(() => {
    throw noAnswer('offline');
  });
  // A refusal arrives as a file too; its status says enough.
  if (answer.statusCode !== 200) throw problemFrom(answer.statusCode, undefined);
  await Taro.openDocument({ filePath: answer.tempFilePath, fileType: 'pdf', showMenu: true });
}
