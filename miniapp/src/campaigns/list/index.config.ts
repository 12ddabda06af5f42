export default definePageConfig({
  navigationBarTitleText: '专项行动',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
