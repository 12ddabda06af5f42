import { Page } from '../../ui/page';
import { Box } from '../../ui/primitives/box';
import { ProofForm } from './proof-form';
import './proof.scss';

export default function DiligenceProofPage() {
  return (
    <Page title="尽职证明" section="dutyRecords">
      <Box className="proof">
        <Box className="text-note">
          列出这段时间您发现了什么、交办了什么、催了什么、报了什么，每件都有时间，可以随手保存、打印。
        </Box>
        <ProofForm />
      </Box>
    </Page>
  );
}
