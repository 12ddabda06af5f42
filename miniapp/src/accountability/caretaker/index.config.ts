export default definePageConfig({ navigationBarTitleText: '指定临时负责人' });
