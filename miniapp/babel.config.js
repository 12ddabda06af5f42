// The oldest engines that can run it: zod's own syntax (`??`, `?.`) is left as it is and asks for these anyway.
const targets = { chrome: '80', ios: '13.4', safari: '13.1' };

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, hot: false, targets }]],
};
