import { changeSettings, type FontSize, type PhotoSize, type Theme, useSettings } from '../platform/settings';
import { Choices } from '../ui/choices';
import { Field } from '../ui/field';
import { Box } from '../ui/primitives/box';
import { Card, Section } from '../ui/section';

const SIZES: readonly { value: FontSize; text: string }[] = [
  { value: 'system', text: '跟随手机' },
  { value: 'standard', text: '标准' },
  { value: 'large', text: '大字' },
  { value: 'care', text: '关怀模式' },
];

const THEMES: readonly { value: Theme; text: string }[] = [
  { value: 'system', text: '跟随手机' },
  { value: 'light', text: '浅色' },
  { value: 'dark', text: '深色' },
];

const PHOTOS: readonly { value: PhotoSize; text: string; hint: string }[] = [
  { value: 'small', text: '省流量', hint: '约 150 KB' },
  { value: 'standard', text: '标准', hint: '约 300 KB' },
  { value: 'fine', text: '清晰', hint: '约 1 MB' },
];

/** How this phone shows things; kept on the phone, over sign-outs. */
export function Display() {
  const { fontSize, theme, photoSize } = useSettings();
  return (
    <Section title="显示和照片">
      <Card>
        <Box className="stack">
          <Field id="font-size" label="字号" hint="关怀模式：字最大、按钮最大、颜色最清楚">
            <Choices
              id="font-size"
              label="字号"
              value={fontSize}
              options={SIZES}
              onChange={(size) => changeSettings({ fontSize: size })}
            />
          </Field>
          <Field id="theme" label="颜色">
            <Choices
              id="theme"
              label="颜色"
              value={theme}
              options={THEMES}
              onChange={(it) => changeSettings({ theme: it })}
            />
          </Field>
          <Field id="photo-size" label="照片大小" hint="拍完先在手机上缩小再发">
            <Choices
              id="photo-size"
              label="照片大小"
              value={photoSize}
              options={PHOTOS}
              onChange={(it) => changeSettings({ photoSize: it })}
            />
          </Field>
        </Box>
      </Card>
    </Section>
  );
}
