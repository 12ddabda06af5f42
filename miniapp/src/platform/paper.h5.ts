import { noAnswer, problemFrom } from './api-problem';
import { currentToken } from './session';

/** What the paper is made from, where that is not on the server: sent along with the request. */
interface PaperSource {
  body: unknown;
  idempotencyKey: string;
}

/**
 * Opens a PDF of the API in a new tab, and saves an Excel file. The tab is opened before the answer comes, because browsers allow it only
 * while the tap is being handled.
 * @throws ApiProblem
 */
export async function openPaper(path: string, fileName: string, source?: PaperSource): Promise<void> {
  // What a browser cannot show is saved under its name.
  const tab = fileName.endsWith('.xlsx') ? null : window.open('', '_blank');
  try {
    const url = URL.createObjectURL(await fetchPaper(path, source));
    if (tab) tab.location.href = url;
    else saveAs(url, fileName);
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  } catch (error) {
    tab?.close();
    throw error;
  }
}

async function fetchPaper(path: string, source: PaperSource | undefined): Promise<Blob> {
  let answer: Response;
  try {
    answer = await fetch(`${__SERVER__}/api${path}`, asking(source));
  } catch {
    throw noAnswer('offline');
  }
  if (answer.ok) return answer.blob();
  throw problemFrom(answer.status, await answer.json().catch(() => undefined));
}

function asking(source: PaperSource | undefined): RequestInit {
  const headers = { Authorization: `Bearer ${currentToken() ?? ''}`, 'X-Client-Version': __CLIENT_VERSION__ };
  if (!source) return { headers };
  return {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json', 'Idempotency-Key': source.idempotencyKey },
    body: JSON.stringify(source.body),
  };
}

function saveAs(url: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
}
