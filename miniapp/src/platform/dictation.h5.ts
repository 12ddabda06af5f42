import type { Dictating } from './dictation';

/** The part of the Web Speech API that is used; browsers that have it mostly still call it by its old name. */
interface Recognition {
  lang: string;
  interimResults: boolean;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onend: (() => void) | null;
  onerror: (() => void) | null;
  start(): void;
  stop(): void;
}
type RecognitionClass = new () => Recognition;

function recognition(): RecognitionClass | undefined {
  const names = window as { SpeechRecognition?: RecognitionClass; webkitSpeechRecognition?: RecognitionClass };
  return names.SpeechRecognition ?? names.webkitSpeechRecognition;
}

/** Whether this browser turns speech into text, and may listen here (it does so over https and on the machine itself alone). */
export function canDictate(): boolean {
  return recognition() !== undefined && window.isSecureContext;
}

/** Listens to one utterance. `onEnd` says whether anything was understood. */
export function dictate(onText: (said: string) => void, onEnd: (isHeard: boolean) => void): Dictating {
  const Listener = recognition();
  if (!Listener) {
    onEnd(false);
    return { stop: () => undefined };
  }
  const listener = new Listener();
  let heard = false;
  listener.lang = 'zh-CN';
  listener.interimResults = false;
  listener.onresult = ({ results }) => {
    const said = Array.from(results, (result) => result[0]?.transcript ?? '').join('');
    heard ||= said !== '';
    if (said !== '') onText(said);
  };
  listener.onend = () => onEnd(heard);
  listener.onerror = () => undefined;
  listener.start();
  return { stop: () => listener.stop() };
}
