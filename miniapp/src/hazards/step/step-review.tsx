import { Button } from '../../ui/button';
import { Box } from '../../ui/primitives/box';
import { Card, Facts, Section } from '../../ui/section';

interface StepReviewProps {
  answers: readonly { label: string; value: string }[];
  consequence: string;
  onChange: () => void;
}

/** What is about to be sent, and what follows from it: it cannot be undone. */
export function StepReview({ answers, consequence, onChange }: StepReviewProps) {
  return (
    <Section
      title="核对一遍"
      action={
        <Button id="change-answers" kind="quiet" small onPress={onChange}>
          返回修改
        </Button>
      }
    >
      <Card>
        <Facts
          items={answers.map(({ label, value }) => ({ label, value: <Box className="text-written">{value}</Box> }))}
        />
      </Card>
      <Box className="text-strong">{consequence}</Box>
      <Box className="text-note">提交后不能撤回，只能另行更正。</Box>
    </Section>
  );
}
