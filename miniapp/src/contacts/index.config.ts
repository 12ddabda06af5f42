export default definePageConfig({
  navigationBarTitleText: '通讯录',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
