import { useState } from 'react';
import { serverNow } from '../platform/clock';
import { useActingPost } from '../platform/session';
import { Page } from '../ui/page';
import { Box } from '../ui/primitives/box';
import { asksForPacks } from '../ui/sections';
import { EmptyState } from '../ui/states';
import type { PackChoice } from './evidence-packs.api';
import { errorsOf, spanOf } from './pack-choice';
import { PackContents } from './pack-contents';
import { PackForm } from './pack-form';
import './evidence-packs.scss';

export default function EvidencePackPage() {
  const post = useActingPost();
  const mayAsk = post !== undefined && asksForPacks(post);
  const [choice, setChoice] = useState<PackChoice>(() => ({ area: '', unit: '', ...spanOf('quarter', serverNow()) }));
  const errors = errorsOf(choice);
  return (
    <Page title="迎检材料" section="evidencePack">
      {mayAsk && post ? (
        <Box className="stack narrow">
          <Box className="text-note">
            选好单位和时间，系统把已有的记录装订成一份：封面、目录、检查记录、通知单、复查意见书、办理经过、履职记录和台账链摘录，不用另外填写。
          </Box>
          <PackForm post={post} choice={choice} errors={errors} onChange={setChoice} />
          {Object.keys(errors).length === 0 && <PackContents choice={choice} />}
        </Box>
      ) : (
        <EmptyState title="这个岗位不生成迎检材料">
          安监站、党政综合办和乡领导可以生成全乡的，村和企业可以生成自己的。如果您另有岗位，请在“我的”里切换。
        </EmptyState>
      )}
    </Page>
  );
}
