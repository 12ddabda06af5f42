import Taro, { useRouter } from '@tarojs/taro';
import { readableCode } from '@zerentian/shared/public-reports/public-code';
import { useState } from 'react';
import { replaceWith } from '../../../platform/navigation';
import { tell } from '../../../platform/tell';
import { Button } from '../../../ui/button';
import { Page } from '../../../ui/page';
import { Box, Heading } from '../../../ui/primitives/box';
import { forgetReport, keptReports } from '../kept-reports';
import '../public-report.scss';

/** 记下查询码: the only way back to the report, told once and kept on this phone until somebody says otherwise. */
export default function ReportSentPage() {
  const { params } = useRouter();
  const code = params.code ?? '';
  const [kept, setKept] = useState(() => keptReports().some((it) => it.code === code));
  const copy = () => void Taro.setClipboardData({ data: readableCode(code) }).then(() => tell('已复制查询码'));
  return (
    <Page title="记下查询码" alone>
      <Box className="public">
        <Heading level={1} className="public__title">
          已收到，请记下查询码
        </Heading>
        <Box>安监站会来核实。用这个查询码，随时能查办到哪一步；办结以后还可以说是不是真的整改好了。</Box>
        <Box id="follow-code" className="follow-code">
          {readableCode(code)}
        </Box>
        <Button id="copy-code" wide onPress={copy}>
          复制查询码
        </Button>
        <Button id="follow" kind="secondary" wide onPress={() => replaceWith('followReport', { code })}>
          看办到哪一步
        </Button>
        {kept ? (
          <Box className="stack stack--tight">
            <Box className="text-note">查询码已经记在这个手机上。手机不是您自己的，请抄下来再从手机上删去。</Box>
            <Button
              id="forget-code"
              kind="quiet"
              onPress={() => {
                forgetReport(code);
                setKept(false);
              }}
            >
              从这个手机上删去
            </Button>
          </Box>
        ) : (
          <Box className="text-note">这个手机上没有记查询码，请自己抄好：丢了就查不到了。</Box>
        )}
      </Box>
    </Page>
  );
}
