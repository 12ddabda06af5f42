/** A picture that is on this device. */
export function LocalImage({ className, source, words }: { className: string; source: string; words: string }) {
  return <img className={className} src={source} alt={words} width={96} height={96} />;
}
