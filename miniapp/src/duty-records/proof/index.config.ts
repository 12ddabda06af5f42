export default definePageConfig({ navigationBarTitleText: '尽职证明' });
