import { useRouter } from '@tarojs/taro';
import { NATIONAL_NUMBERS } from '@zerentian/shared/public-reports/emergency-numbers';
import { scannedCode } from '@zerentian/shared/public-reports/public-code';
import { replaceWith } from '../../../platform/navigation';
import { Button } from '../../../ui/button';
import { Loaded } from '../../../ui/loaded';
import { Page } from '../../../ui/page';
import { Box, Heading } from '../../../ui/primitives/box';
import { EmptyState, Skeleton } from '../../../ui/states';
import { DangerNumbers } from '../danger-numbers';
import { usePublicPoint } from '../public.api';
import { PublicReportForm } from './report-form';

/** What a scanned code opens: whom to phone, then three fields. Nobody signs in here. */
export default function PublicReportPage() {
  const { params } = useRouter();
  const code = scannedCode(params);
  const query = usePublicPoint(code);
  const point = query.data;
  return (
    <Page title="举报安全隐患" alone>
      <Box className="public">
        <Box>
          <Heading level={1} className="public__title">
            举报安全隐患
          </Heading>
          {point && <Box className="text-note">{[point.townshipName, point.place].filter(Boolean).join(' · ')}</Box>}
        </Box>
        <DangerNumbers numbers={point?.numbers ?? NATIONAL_NUMBERS} />
        {code === '' ? (
          <EmptyState title="没有认出二维码">请扫墙上的举报二维码，或者直接打上面的电话。</EmptyState>
        ) : (
          <Loaded query={query} skeleton={<Skeleton lines={5} />}>
            {({ open }) =>
              open ? (
                <PublicReportForm code={code} />
              ) : (
                <EmptyState title="这个二维码已经换成新的">请扫现场新的二维码，或者直接打上面的电话。</EmptyState>
              )
            }
          </Loaded>
        )}
        <Button kind="quiet" onPress={() => replaceWith('followReport')}>
          已经举报过，查办到哪一步
        </Button>
      </Box>
    </Page>
  );
}
