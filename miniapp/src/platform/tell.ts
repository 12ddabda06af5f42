import Taro from '@tarojs/taro';

/** Success is quiet: a short word that goes away by itself. */
export function tell(text: string): void {
  void Taro.showToast({ title: text, icon: 'none', duration: 2000 });
}
