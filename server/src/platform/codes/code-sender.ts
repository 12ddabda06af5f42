/** How a one-time code reaches a phone. */
export abstract class CodeSender {
  /** `sms`: it is sent; `shown`: the demo shows it on the screen; `none`: nobody sends, an official hands it over in person. */
  abstract readonly way: 'sms' | 'shown' | 'none';

  /** Sends it, or throws. Only called where the way is `sms`. */
  abstract send(phone: string, code: string): Promise<void>;
}

/** The demo's people and phones are invented: nothing is sent, the page shows the code and says that it is an example. */
export class DemoCodeSender extends CodeSender {
  readonly way = 'shown';
  async send(): Promise<void> {}
}

/** Without a gateway codes are handed over in person. */
export class NoCodeSender extends CodeSender {
  readonly way = 'none';
  async send(): Promise<void> {
    throw new Error('no gateway is set');
  }
}
