import Taro, { useDidShow } from '@tarojs/taro';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { PageName } from '../platform/navigation';
import { useSettings } from '../platform/settings';
import { useSignedIn } from '../platform/signed-in';
import { paintSystem } from '../platform/system-colors';
import { phoneTextSize } from '../platform/text-size';
import { Navigation } from './navigation';
import { OfflineNotice } from './offline-notice';
import { PageHeader } from './page-header';
import { Box } from './primitives/box';
import { Slot } from './primitives/slot';
import { PrivacySheet } from './privacy-sheet';
import { SECTIONS } from './sections';
import './page.scss';

interface PageProps {
  title: string;
  /** The section that the navigation marks. */
  section?: PageName;
  /** One of the three tab pages. */
  tabbed?: boolean;
  /** Shown to people who are not signed in, without navigation and header. */
  alone?: boolean;
  /** Beside the title, such as the one thing to do here. */
  actions?: ReactNode;
  /** What the thumb reaches at the bottom of a phone. */
  bar?: ReactNode;
  children?: ReactNode;
}

/** 关怀模式 is large type, and more. */
const TYPE = {
  standard: 'app--font-standard',
  large: 'app--font-large',
  care: 'app--font-large app--font-care',
} as const;

/** The frame that every page stands in: theme, font size, navigation, title, and who may be here. */
export function Page({ title, section, tabbed = false, alone = false, actions, bar, children }: PageProps) {
  const { theme, fontSize } = useSettings();
  const [textSize, setTextSize] = useState(phoneTextSize);
  const signedIn = useSignedIn(!alone);
  const show = useCallback(() => {
    void Taro.setNavigationBarTitle({ title });
    paintSystem(theme, tabbed);
    setTextSize(phoneTextSize());
  }, [title, theme, tabbed]);
  useDidShow(show);
  useEffect(show, [show]);
  const main = [
    'page__main',
    tabbed && 'page__main--tabbed',
    bar && 'page__main--barred',
    alone && 'page__main--alone',
  ];
  return (
    <Box className={`app app--theme-${theme} ${TYPE[fontSize === 'system' ? textSize : fontSize]}`}>
      {!alone && <Navigation section={section} tabbed={tabbed} />}
      <Box as="main" className={main.filter(Boolean).join(' ')}>
        {!alone && <PageHeader title={title} back={backOf(title, section, tabbed)} actions={actions} />}
        <Box className="page__body">
          <Slot>
            <OfflineNotice />
          </Slot>
          {signedIn || alone ? children : null}
        </Box>
        <Slot>{bar && <Box className="page__bar">{bar}</Box>}</Slot>
      </Box>
      <Slot>
        <PrivacySheet />
      </Slot>
    </Box>
  );
}

/** Tab pages have no way back; a section's first page needs none where the navigation stands beside it. */
function backOf(title: string, section: PageName | undefined, tabbed: boolean): 'none' | 'root' | 'inner' {
  if (tabbed) return 'none';
  return SECTIONS.some((entry) => entry.page === section && entry.text === title) ? 'root' : 'inner';
}
