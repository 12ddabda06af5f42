import Taro from '@tarojs/taro';
import { sizeFor, type TextSize } from './text-size.rule';

/** WeChat's size in the middle of its scale, in px. */
const USUAL = 17;

/** As 我 → 设置 → 字体大小 of WeChat says; the usual where this WeChat does not tell. */
export function phoneTextSize(): TextSize {
  try {
    const { fontSizeSetting } = Taro.getAppBaseInfo() as { fontSizeSetting?: number };
    return sizeFor((fontSizeSetting ?? USUAL) / USUAL);
  } catch {
    return 'standard';
  }
}
