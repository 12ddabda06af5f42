import { Page } from '../ui/page';
import { Box } from '../ui/primitives/box';
import { Card, Facts, Section } from '../ui/section';

const USED = [
  { label: '姓名、手机号、岗位', value: '由本单位管理员登记在名册里，用来登录、分清责任、互相联系。' },
  { label: '微信身份', value: '只用来认出是您，绑定一次后免输密码。不取头像、昵称和好友。' },
  { label: '相机和相册', value: '只取您拍的、选的照片。先在手机上缩小再发；照片里的拍摄地点、时间、机型不保存。' },
  { label: '位置', value: '只在您点“附上现在的位置”时取一次，随那一条上报或记录保存。不在后台定位。' },
  { label: '剪贴板', value: '只在您点“复制”时写入，不读取。' },
  { label: '手机存储', value: '草稿、没发出的内容、最近看过的列表存在手机里，没有信号也能用。' },
] as const;

const RIGHTS = [
  { label: '不同意', value: '不给相机、相册或位置，也照常能上报、记录和办理，只是不带照片和位置。' },
  {
    label: '谁看得到',
    value: '按岗位和辖区：与这件事有关的岗位看得到，别人看不到。',
  },
  {
    label: '保存和更正',
    value: '履职和隐患的记录要留作台账，写错了用新的一条更正。名册里的姓名、手机号有误，请管理员更正。',
  },
  { label: '退出登录', value: '手机里的列表会清除；草稿和没发出的内容留着，等您本人再登录。' },
] as const;

/** What is used of a person and their phone, what for, and what they can do about it. */
export default function PrivacyPage() {
  return (
    <Page title="隐私说明">
      <Box className="stack narrow">
        <Box>这个程序用到您的哪些信息、用来做什么，都写在这里。别的一概不取：不读通讯录，不录音，不在后台定位。</Box>
        <Section title="用到什么">
          <Card>
            <Facts items={USED} />
          </Card>
        </Section>
        <Section title="您可以怎样">
          <Card>
            <Facts items={RIGHTS} />
          </Card>
        </Section>
        <Box className="text-note">运行这个程序的是您所在的单位，问题请找本单位管理员。</Box>
      </Box>
    </Page>
  );
}
