import { changeSettings, type FontSize, type Theme, useSettings } from '../platform/settings';
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

/** How this phone shows things; kept on the phone, over sign-outs. */
export function Display() {
  const { fontSize, theme } = useSettings();
  return (
    <Section title="显示">
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
        </Box>
      </Card>
    </Section>
  );
}
