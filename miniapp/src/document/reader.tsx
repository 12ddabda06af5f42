import { Box, Heading, Span } from '../ui/primitives/box';
import { TappableText } from '../ui/primitives/tappable-text';
import type { ReadingClause, ReadingSentence } from './reading';

interface ReaderProps {
  clauses: readonly ReadingClause[];
  onSentence: (sentence: ReadingSentence) => void;
}

/** The text as a good book sets it; a sentence that makes a duty ends with a small word and can be tapped. */
export function Reader({ clauses, onSentence }: ReaderProps) {
  return (
    <Box className="reader">
      {clauses.map((clause) => (
        <Clause key={clause.anchor} clause={clause} onSentence={onSentence} />
      ))}
    </Box>
  );
}

interface ClauseProps {
  clause: ReadingClause;
  onSentence: (sentence: ReadingSentence) => void;
}

function Clause({ clause, onSentence }: ClauseProps) {
  const { anchor, kind, label, depth, heading, paragraphs } = clause;
  return (
    <Box id={anchor} className={`reader__clause reader__clause--${kind}`}>
      {heading !== null && (
        <Heading level={depth === 1 ? 2 : 3} className={`reader__heading reader__heading--${depth}`}>
          {`${label}${heading}`}
        </Heading>
      )}
      {paragraphs.map((sentences, index) => (
        <Box key={sentences[0]?.key ?? index} className={`reader__paragraph reader__paragraph--${kind}-${index}`}>
          {heading === null && index === 0 && label !== '' && <Span className="reader__label">{label}</Span>}
          {sentences.map((sentence) => (
            <Sentence key={sentence.key} sentence={sentence} onPress={() => onSentence(sentence)} />
          ))}
        </Box>
      ))}
    </Box>
  );
}

function Sentence({ sentence, onPress }: { sentence: ReadingSentence; onPress: () => void }) {
  const { text, duties, mine } = sentence;
  if (duties.length === 0) return <Span>{text}</Span>;
  return (
    <TappableText className={mine ? 'reader__duty reader__duty--mine' : 'reader__duty'} onPress={onPress}>
      {text}
      <Span className="reader__mark">{mine ? '我的' : `职责 ${duties.length}`}</Span>
    </TappableText>
  );
}
