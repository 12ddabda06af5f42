/** Speech being turned into text. */
export interface Dictating {
  stop(): void;
}

/** WeChat gives a mini-program no speech recognition of its own: the keyboard's microphone does it, in every text field. */
export function canDictate(): boolean {
  return false;
}

export function dictate(_onText: (said: string) => void, onEnd: (isHeard: boolean) => void): Dictating {
  onEnd(false);
  return { stop: () => undefined };
}
