export default definePageConfig({
  navigationBarTitleText: '文件学习',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
