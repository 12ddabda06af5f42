import { Complaints, errorText } from '../complaints';
import { argumentMisfits, resultMisfits } from '../typings/calls';
import { Device } from './device';
import { failureOf, WxFailure } from './failure';

type Options = Record<string, unknown>;

/** The work of one API whose answer comes later; the signal is the task's `abort`. */
export type LaterWork = (options: never, signal: AbortSignal) => Promise<object>;
/** The work of one that answers at once. */
export type DirectWork = (...args: never[]) => unknown;

/** Fields that the typings promise and that only phones, or only some calls, give. No program may count on them. */
const NOT_ON_EVERY_PHONE = ['errCode', 'eventChannel', 'exception', 'filePath', 'profile', 'useHttpDNS'];

/** Whose member the API is, by the typings. */
export type Owner = 'Wx' | 'FileSystemManager';

/**
 * How WeChat calls and answers: arguments are held against the typings, the answer comes after the call has
 * returned, through `success` or `fail` and then `complete`, or as a promise when there is no callback.
 */
export class WxCalls {
  constructor(
    private readonly device: Device,
    private readonly complaints: Complaints,
    private readonly isRunning: () => boolean,
  ) {}

  /** @param task whether the call hands back a task that can be aborted */
  later(owner: Owner, api: string, work: LaterWork, task: boolean) {
    return (...args: unknown[]) => {
      this.check(owner, api, args);
      const options = (args[0] ?? {}) as Options;
      this.device.calls.push({ api, options });
      const abort = new AbortController();
      const outcome = this.outcome(api, options, () => work(options as never, abort.signal));
      const promise = this.answer(owner, api, options, outcome);
      if (task) return taskOf(abort);
      return wantsCallback(options) ? undefined : promise;
    };
  }

  /** For the APIs whose name ends in Sync, and the few others that answer at once. */
  direct(owner: Owner, api: string, work: DirectWork) {
    return (...args: unknown[]) => {
      this.check(owner, api, args);
      const options = { key: args[0], data: args[1] };
      this.device.calls.push({ api, options });
      const behaviour = this.device.behaviourOf(api, options);
      try {
        if (behaviour !== 'ok' && behaviour !== 'hang') throw failureOf(api, behaviour);
        return work(...(args as never[]));
      } catch (error) {
        throw error instanceof WxFailure ? new Error(`${api}:fail ${error.message}`) : error;
      }
    };
  }

  private check(owner: Owner, api: string, args: readonly unknown[]): void {
    const wrong = argumentMisfits(owner, api, args);
    if (wrong.length === 0) return;
    const text = `wx call with wrong arguments: ${wrong.join('; ')}`;
    this.complaints.add(text);
    throw new TypeError(text);
  }

  /** What the owner of the phone and the phone itself make of the call; null when no answer ever comes. */
  private async outcome(api: string, options: Options, work: () => Promise<object>): Promise<object | null> {
    const behaviour = this.device.behaviourOf(api, options);
    if (behaviour === 'ok') return work();
    if (behaviour === 'hang') return null;
    if (behaviour === 'answer-lost') await work();
    throw failureOf(api, behaviour);
  }

  private async answer(owner: Owner, api: string, options: Options, outcome: Promise<object | null>): Promise<unknown> {
    const { success, fail, complete } = options as Record<string, ((result: object) => void) | undefined>;
    try {
      const result = await outcome;
      if (result === null) return await new Promise(() => undefined);
      const answered = { errMsg: `${api}:ok`, ...result };
      this.checkOwnAnswer(owner, api, answered);
      this.callback(() => success?.(answered));
      this.callback(() => complete?.(answered));
      return answered;
    } catch (error) {
      return this.refuse(api, options, error, fail, complete);
    }
  }

  private checkOwnAnswer(owner: Owner, api: string, answered: object): void {
    const wrong = resultMisfits(owner, api, answered);
    const known = (it: string) => NOT_ON_EVERY_PHONE.some((field) => it.endsWith(`.${field} is missing`));
    for (const it of wrong.filter((each) => !known(each))) this.complaints.add(`the stand-in answers wrongly: ${it}`);
  }

  private refuse(
    api: string,
    options: Options,
    error: unknown,
    fail?: (result: object) => void,
    complete?: (result: object) => void,
  ): unknown {
    if (!(error instanceof WxFailure)) this.complaints.add(`the stand-in of ${api} broke: ${String(error)}`);
    const fields = error instanceof WxFailure ? error.fields : {};
    const answered = { errMsg: `${api}:fail ${(error as Error).message}`, ...fields };
    this.callback(() => fail?.(answered));
    this.callback(() => complete?.(answered));
    if (!wantsCallback(options)) throw answered;
    return undefined;
  }

  /** An error in a callback is the program's; it must not become the stand-in's. A killed program hears nothing. */
  callback(run: () => void): void {
    if (!this.isRunning()) return;
    try {
      run();
    } catch (error) {
      this.complaints.add(`an error in a callback: ${errorText(error)}`);
    }
  }
}

function wantsCallback({ success, fail, complete }: Options): boolean {
  return [success, fail, complete].some((it) => typeof it === 'function');
}

/** What wx.request and wx.downloadFile hand back at once. */
function taskOf(abort: AbortController) {
  const ignored = () => undefined;
  return {
    abort: () => abort.abort(),
    onHeadersReceived: ignored,
    offHeadersReceived: ignored,
    onProgressUpdate: ignored,
    offProgressUpdate: ignored,
    onChunkReceived: ignored,
    offChunkReceived: ignored,
  };
}
