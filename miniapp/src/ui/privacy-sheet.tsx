import { Button as WechatButton } from '@tarojs/components';
import { AGREE_BUTTON, answerPrivacy, openContract, usePrivacy } from '../platform/privacy';
import { Button } from './button';
import { Box } from './primitives/box';
import { Sheet } from './sheet';

/** Asked by WeChat before camera, album or place are used for the first time, in our own words. */
export function PrivacySheet() {
  const isAsked = usePrivacy((state) => state.waiting.length > 0);
  return (
    <Sheet
      id="privacy-sheet"
      open={isAsked}
      title="用照片和位置之前"
      closeText="不同意"
      onClose={() => answerPrivacy(false)}
    >
      <Box className="stack">
        <Box>
          照片只取您拍的、选的，随上报和记录一起交，里面的拍摄地点等信息不保存；位置只在您点“附上现在的位置”时取一次。
        </Box>
        <Box className="text-note">不同意也照常能上报、记录和办理，只是不带照片和位置。</Box>
        <WechatButton
          id={AGREE_BUTTON}
          className="button button--primary button--wide"
          openType="agreePrivacyAuthorization"
          onAgreePrivacyAuthorization={() => answerPrivacy(true)}
        >
          同意并继续
        </WechatButton>
        <Button kind="quiet" onPress={openContract}>
          看《用户隐私保护指引》
        </Button>
      </Box>
    </Sheet>
  );
}
