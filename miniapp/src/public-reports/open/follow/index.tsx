import { useRouter } from '@tarojs/taro';
import { followCode, plainCode, readableCode } from '@zerentian/shared/public-reports/public-code';
import { useState } from 'react';
import { useRefresh } from '../../../platform/use-refresh';
import { Button } from '../../../ui/button';
import { TextInput } from '../../../ui/field';
import { List } from '../../../ui/list';
import { Loaded } from '../../../ui/loaded';
import { Page } from '../../../ui/page';
import { Box, Heading } from '../../../ui/primitives/box';
import { Pressable } from '../../../ui/primitives/pressable';
import { Section } from '../../../ui/section';
import { Skeleton } from '../../../ui/states';
import { TimeText } from '../../../ui/time-text';
import { keptReports } from '../kept-reports';
import { useFollowed } from '../public.api';
import { FollowedView } from './followed-view';
import '../public-report.scss';

/** How far a report is: by the code, without signing in. */
export default function FollowReportPage() {
  const { params } = useRouter();
  const given = plainCode(params.code ?? '');
  const [code, setCode] = useState(followCode.safeParse(given).success ? given : '');
  const query = useFollowed(code);
  useRefresh(async (options) => code && query.refetch(options));
  return (
    <Page title="查询举报进度" alone>
      <Box className="public">
        <Heading level={1} className="public__title">
          查询举报进度
        </Heading>
        {code === '' ? (
          <CodeForm onChosen={setCode} />
        ) : (
          <>
            <Box className="text-note">{`查询码 ${readableCode(code)}`}</Box>
            <Loaded query={query} skeleton={<Skeleton lines={4} />}>
              {(followed) => <FollowedView code={code} followed={followed} />}
            </Loaded>
            <Button id="other-code" kind="quiet" onPress={() => setCode('')}>
              查另一个查询码
            </Button>
          </>
        )}
      </Box>
    </Page>
  );
}

function CodeForm({ onChosen }: { onChosen: (code: string) => void }) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [kept] = useState(keptReports);
  const ask = () => {
    const code = plainCode(typed);
    if (followCode.safeParse(code).success) onChosen(code);
    else setError('查询码是 12 位字母和数字，里面没有 0、O、1、I，请再核对一遍');
  };
  return (
    <>
      <TextInput
        id="followCode"
        label="查询码"
        hint="提交举报时给您的 12 位编号，不分大小写"
        value={typed}
        error={error}
        onChange={setTyped}
        onDone={ask}
      />
      <Button id="ask" wide onPress={ask}>
        查办到哪一步
      </Button>
      {kept.length > 0 && (
        <Section title="这个手机举报过的">
          <List label="这个手机举报过的">
            {kept.map(({ code, place, at }) => (
              <Box as="li" key={code} className="list__row">
                <Pressable className="list-item list-item--link list-item--tall" onPress={() => onChosen(code)}>
                  <Box className="list-item__text">{place}</Box>
                  <Box className="list-item__note">
                    <TimeText plain at={at} />
                  </Box>
                </Pressable>
              </Box>
            ))}
          </List>
        </Section>
      )}
    </>
  );
}
