import { cpSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiName } from '../wx-apis';
import { type Behaviour, WxFailure } from './failure';

/** One call that the program made, in order. */
export interface WxCall {
  api: string;
  options: Record<string, unknown>;
}

/** When a behaviour holds: for every call, or for those whose options it likes. */
type When = (options: Record<string, unknown>) => boolean;

export interface DeviceSettings {
  /** The real server that the address compiled into the bundle is led to. */
  server: string;
  /** The address that the bundle was built for. */
  builtFor?: string;
  /** What wx.login answers; without it, WeChat cannot be reached. */
  wechatCode?: () => string;
  /** A real picture, for camera and album. */
  photo?: () => Buffer;
  /** 我 → 设置 → 字体大小, in px. */
  textSize?: number;
  /** How far its clock is off, in milliseconds. */
  clockOff?: number;
  /** What its owner has said to the use of camera, album and place; WeChat asks whoever has said nothing. */
  privacy?: 'agreed' | 'not asked yet';
  /** APIs that this phone's WeChat is too old to have. */
  without?: readonly ApiName[];
}

/** What `npm run build:weapp` compiles in when nobody says otherwise. */
const DEVELOPMENT_SERVER = 'http://127.0.0.1:3000';

/** A phone as it lies on the table: what it keeps while the program is not running, and what its owner does. */
export class Device {
  readonly storage = new Map<string, string>();
  readonly files = mkdtempSync(join(tmpdir(), 'zerentian-phone-'));
  readonly calls: WxCall[] = [];
  readonly builtFor: string;
  /** An answer that stands in for the server's, to calls whose options it likes. */
  private standIn: { when: When; status: number; body: object } | null = null;
  private readonly behaviours = new Map<string, { behaviour: Behaviour; when: When }>();

  /** Set by the program: it asks its owner, and tells WeChat what they said. */
  privacyListener: ((answer: (said: { event: string; buttonId?: string }) => void) => void) | null = null;
  private hasAgreed: boolean;

  /** Whether the phone believes that it has a network. */
  online = true;
  private readonly networkListeners: ((status: object) => void)[] = [];

  constructor(readonly settings: DeviceSettings) {
    this.hasAgreed = settings.privacy !== 'not asked yet';
    this.builtFor = new URL(settings.builtFor ?? DEVELOPMENT_SERVER).origin;
  }

  /** From now on until said otherwise. */
  behave(api: ApiName, behaviour: Behaviour, when: When = () => true): void {
    this.behaviours.set(api, { behaviour, when });
  }

  behaviourOf(api: string, options: Record<string, unknown>): Behaviour {
    const set = this.behaviours.get(api);
    return set?.when(options) ? set.behaviour : 'ok';
  }

  onNetwork(listener: (status: object) => void): void {
    this.networkListeners.push(listener);
  }

  /** From now on those requests are answered so, by a server other than ours; with null no longer. */
  answerInstead(when: When, answer: { status: number; body: object } | null): void {
    this.standIn = answer && { when, ...answer };
  }

  insteadOf(options: Record<string, unknown>): { status: number; body: object } | null {
    return this.standIn?.when(options) ? this.standIn : null;
  }

  /** The phone goes into a valley, or comes out of it: requests fail meanwhile, and the program is told. */
  valley(inside: boolean): void {
    this.online = !inside;
    this.behave('request', inside ? 'fail' : 'ok');
    const status = { isConnected: this.online, networkType: this.online ? '4g' : 'none' };
    for (const listener of this.networkListeners) listener(status);
  }

  /** Asks the owner the first time; whoever said no is asked again the next time. @throws WxFailure */
  async agreedToPrivacy(): Promise<void> {
    if (this.hasAgreed) return;
    const said = await new Promise<{ event: string; buttonId?: string }>((resolve) => {
      if (this.privacyListener) this.privacyListener(resolve);
      else resolve({ event: 'disagree' });
    });
    this.hasAgreed = said.event === 'agree' && said.buttonId !== undefined;
    if (!this.hasAgreed) throw new WxFailure('privacy permission is not authorized', { errno: 104 });
  }

  /** The phone's own cleaning takes a file away. */
  lose(path: string): void {
    rmSync(join(this.files, path.replace('wxfile://', '')));
  }

  /** A saved file of so many bytes, all of them nothing. */
  fill(path: string, bytes: number): void {
    const file = join(this.files, path.replace('wxfile://', ''));
    writeFileSync(file, '');
    truncateSync(file, bytes);
  }

  /** What lies in its files now, to be put back later: the phone is restored from a copy. */
  copyFiles(): { putBack(): void; forget(): void } {
    const copy = mkdtempSync(join(tmpdir(), 'zerentian-copy-'));
    cpSync(this.files, copy, { recursive: true });
    return {
      putBack: () => cpSync(copy, this.files, { recursive: true }),
      forget: () => rmSync(copy, { recursive: true, force: true }),
    };
  }

  callsOf(api: ApiName): WxCall[] {
    return this.calls.filter((call) => call.api === api);
  }

  throwAway(): void {
    rmSync(this.files, { recursive: true, force: true });
  }
}
