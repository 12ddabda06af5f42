import type { ActorName, Township } from '../../support/township';
import type { Phone } from './phone';

/** How a page is opened and what of the server's own answers must then stand on it. */
export interface PageProbe {
  as: ActorName;
  /** The page's parameters, without `?`. */
  query?: (township: Township) => Promise<string>;
  /** What a person does before the words are there. */
  act?: (phone: Phone) => Promise<void>;
  /** Words that the server answers and the bundle does not hold. */
  words: (township: Township) => Promise<(string | null | undefined)[]>;
}

/** What the server answers somebody. */
export async function read<T>(township: Township, as: ActorName, path: string): Promise<T> {
  const { status, body } = await township.as[as].get<T>(`/api${path}`);
  if (status !== 200) throw new Error(`GET ${path} answers ${status}: ${JSON.stringify(body)}`);
  return body;
}
