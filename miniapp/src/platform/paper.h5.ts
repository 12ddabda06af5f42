import { noAnswer, problemFrom } from './api-problem';
import { currentToken } from './session';

/**
 * Opens a PDF of the API in a new tab. The tab is opened before the answer comes, because browsers allow it only
 * while the tap is being handled.
 * @throws ApiProblem
 */
export async function openPaper(path: string, fileName: string): Promise<void> {
  const tab = window.open('', '_blank');
  try {
    const url = URL.createObjectURL(await fetchPaper(path));
    if (tab) tab.location.href = url;
    else saveAs(url, fileName);
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  } catch (error) {
    tab?.close();
    throw error;
  }
}

async function fetchPaper(path: string): Promise<Blob> {
  const headers = { Authorization: `Bearer ${currentToken() ?? ''}`, 'X-Client-Version': __CLIENT_VERSION__ };
  let answer: Response;
  try {
    answer = await fetch(`${__SERVER__}/api${path}`, { headers });
  } catch {
    throw noAnswer('offline');
  }
  if (answer.ok) return answer.blob();
  throw problemFrom(answer.status, await answer.json().catch(() => undefined));
}

function saveAs(url: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
}
