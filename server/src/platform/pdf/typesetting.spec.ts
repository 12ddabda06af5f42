import { shownAs } from './faces';
import { type Line, linesOf } from './typesetting';

const textOf = (line: Line) => line.pieces.map((piece) => piece.text).join('');

describe('breaking lines', () => {
  it('fills the width, loses nothing, and never begins a line with closing punctuation', () => {
    const text = '发现电线老化、消防通道堵塞（含二层），已“当场”交办；限期整改。'.repeat(20);
    const lines = linesOf(text, { size: 12, width: 120 });
    expect(lines.map(textOf).join('')).toBe(text);
    for (const line of lines) {
      expect(line.width).toBeLessThanOrEqual(120);
      expect(textOf(line)).not.toMatch(/^[，。；、）”]/);
    }
    expect(lines.slice(0, -1).every((line) => line.width > 120 - 3 * 12)).toBe(true);
    expect(lines.map((line) => line.last)).toEqual(lines.map((_, index) => index === lines.length - 1));
  });

  it('cuts a word that no line holds, and indents only the first line', () => {
    const lines = linesOf('0123456789abcdef'.repeat(8), { size: 12, width: 120, indent: 24 });
    expect(lines.map(textOf).join('')).toBe('0123456789abcdef'.repeat(8));
    expect(lines.every((line) => line.indent + line.width <= 120)).toBe(true);
    expect(lines.map((line) => line.indent)).toEqual(lines.map((_, index) => (index === 0 ? 24 : 0)));
  });

  it('begins a paragraph at each newline, empty ones too', () => {
    expect(linesOf('一\r\n\n二', { size: 12, width: 120 }).map(textOf)).toEqual(['一', '', '二']);
  });
});

describe('faces', () => {
  it.each([...'安℃Ω≤≥①㎡×〔〕“”—…□✓龘𬺈'])('%s is in the main face', (character) => {
    expect(shownAs(character, 'regular')).toEqual({ text: character, face: 'regular' });
  });

  it('takes 𠮷 from the second face, also in bold', () => {
    expect(shownAs('𠮷', 'regular')).toEqual({ text: '𠮷', face: 'rare' });
    expect(shownAs('𠮷', 'bold')).toEqual({ text: '𠮷', face: 'rare' });
  });

  it('shows □ for what no face has and keeps the character behind it; shows nothing for what has no shape', () => {
    expect(shownAs('🔥', 'regular')).toEqual({ text: '□', face: 'regular', actual: '🔥' });
    expect(shownAs('👨‍👩‍👧', 'bold')).toEqual({ text: '□', face: 'bold', actual: '👨‍👩‍👧' });
    expect(shownAs('\u200b', 'regular')).toBeNull();
    expect(shownAs('e\u0301', 'regular')).toMatchObject({ face: 'regular' });
  });
});
