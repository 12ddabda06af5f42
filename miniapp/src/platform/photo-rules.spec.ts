import { AIMS, PREVIEW, photoProblem, shrinkTo } from './photo-rules';

const bytes = (...parts: (string | number)[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((it) => it.charCodeAt(0)) : part)));

describe('photoProblem', () => {
  it('takes JPEG, PNG and WebP', () => {
    for (const head of [bytes(0xff, 0xd8, 0xff), bytes(0x89, 'PNG'), bytes('RIFF', 0, 0, 0, 0, 'WEBP')])
      expect(photoProblem(head, 1000)).toBeNull();
  });

  it('names HEIC and says what to do', () => {
    expect(photoProblem(bytes(0, 0, 0, 24, 'ftypheic'), 1000)).toMatch(/HEIC.*兼容性最佳/);
  });

  it('names what is no photo, nothing at all included', () => {
    for (const head of [bytes('%PDF-1.7'), bytes('<svg'), bytes()])
      expect(photoProblem(head, 1000)).toMatch(/不是照片/);
  });

  it('names what is too large to be sent', () => {
    expect(photoProblem(bytes(0xff, 0xd8, 0xff), 21 * 1024 * 1024)).toMatch(/超过 20 MB/);
  });
});

describe('shrinkTo', () => {
  /** As large as the square of its longer side and its quality make it. */
  const made = (heavy: number) => {
    const tried: string[] = [];
    const shrink = async ({ longest, quality }: { longest: number; quality: number }) => {
      tried.push(`${longest}/${quality}`);
      return longest * longest * quality * heavy;
    };
    return { tried, result: (aim: typeof PREVIEW) => shrinkTo(aim, shrink, (size) => size) };
  };

  it('stops as soon as it is small enough', async () => {
    const easy = made(0.001);
    await easy.result(AIMS.standard);
    expect(easy.tried).toEqual(['1600/80']);
  });

  it('tries again smaller, and keeps the smallest that came of it', async () => {
    const stubborn = made(0.01);
    const { bytes: size } = await stubborn.result(AIMS.standard);
    expect(stubborn.tried).toEqual(['1600/80', '1280/70', '1024/60']);
    expect(size).toBe(1024 * 1024 * 60 * 0.01);
  });

  it('aims lower for who wants to save, and for what is sent ahead', () => {
    expect(AIMS.small.bytes).toBeLessThan(AIMS.standard.bytes);
    expect(AIMS.standard.bytes).toBe(300_000);
    // As base64 it must fit the contract's 32 K characters.
    expect((PREVIEW.bytes / 3) * 4).toBeLessThan(32 * 1024);
  });

  it('fails where nothing can be shrunk', async () => {
    await expect(
      shrinkTo(
        PREVIEW,
        () => Promise.reject(new Error('no picture')),
        () => 0,
      ),
    ).rejects.toThrow('no picture');
  });
});
