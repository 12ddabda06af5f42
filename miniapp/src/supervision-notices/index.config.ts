export default definePageConfig({
  navigationBarTitleText: '监督提示',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
