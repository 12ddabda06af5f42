/** Everything that a server in this process writes to its log while the test runs. */
export function watchLog(): { text(): string; stop(): void } {
  let written = '';
  const spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation(((chunk: string | Uint8Array) => {
      written += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      return true;
    }) as never),
  );
  return {
    text: () => written,
    stop: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
}
