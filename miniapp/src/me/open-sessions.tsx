import type { OpenSession } from '@zerentian/shared/people/account.contract';
import { useState } from 'react';
import { asProblem } from '../platform/api-problem';
import { tell } from '../platform/tell';
import { Button } from '../ui/button';
import { List, ListItem } from '../ui/list';
import { Loaded } from '../ui/loaded';
import { Span } from '../ui/primitives/box';
import { StateTag } from '../ui/tag';
import { TimeText } from '../ui/time-text';
import { revokeSession, useOpenSessions } from './me.api';

/** Where this account is signed in; a lost phone can be signed out from here. */
export function OpenSessions() {
  const query = useOpenSessions();
  return (
    <Loaded query={query}>
      {(sessions) => (
        <List label="登录在哪些设备">
          {sessions.map((session) => (
            <ListItem
              key={session.id}
              title={session.device ?? '没有名称的设备'}
              note={
                <>
                  <Span>最近使用 </Span>
                  <TimeText at={session.lastSeenAt} />
                </>
              }
              aside={session.current ? <StateTag text="这台设备" tone="active" /> : <Revoke session={session} />}
            />
          ))}
        </List>
      )}
    </Loaded>
  );
}

function Revoke({ session }: { session: OpenSession }) {
  const [busy, setBusy] = useState(false);
  const revoke = async () => {
    setBusy(true);
    try {
      await revokeSession(session.id);
    } catch (error) {
      tell(asProblem(error).title);
      setBusy(false);
    }
  };
  return (
    <Button kind="secondary" small busy={busy} busyText="正在退出…" onPress={() => void revoke()}>
      退出这台设备
    </Button>
  );
}
