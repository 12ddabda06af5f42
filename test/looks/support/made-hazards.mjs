// Hazards that the demo does not have: 重大 at every stage, more time asked for, merged, pressed by the township.
const CLAUSE = '工贸企业重大事故隐患判定标准 第十一条';

const inDays = (days) => new Date(Date.now() + (days * 24 + 8) * 3600_000).toISOString().slice(0, 10);
const PLAN = {
  responsibility: '厂长孟某负总责，成型车间主任李某具体落实，安全员每天巡查一次',
  measures: '更换 2 号线除尘管道和泄爆片；改好之前停用 2 号线，车间内禁止一切动火',
  funds: '8 万元，企业自筹，已到账',
  timeLimit: '12 月 5 日前管道到货，12 月 15 日前装好试车',
  contingency: '发现冒烟立即断电撤人，拨 119，同时报乡应急管理站；集合点在厂门口',
};

/** By name the hazard's id, each the next stage of the last; `people` as signed in. */
export async function makeHazards(people, upload) {
  const { baocun1, qiye, anjianzhan, shuji, fenguan } = people;
  const [{ unitId }] = qiye.session.posts;
  const report = async (who, body) => (await who.send('POST', '/hazards', body)).id;
  const step = (who, id, name, body = {}) => who.send('POST', `/hazards/${id}/${name}`, body);
  const shots = async (who, ...colours) => {
    const ids = [];
    for (const colour of colours) ids.push(await upload(who, colour));
    return ids;
  };

  const suspect = async (description) =>
    report(baocun1, {
      unitId,
      path: 'referred',
      level: 'suspected-major',
      standardClause: CLAUSE,
      description,
      photoIds: await shots(baocun1, '#6a3b22', '#45413d'),
    });
  const measured = async (description) => {
    const id = await suspect(description);
    const text = '2 号线已停机断电，人员撤到厂门口，出入口拉了警戒线';
    await step(qiye, id, 'take-first-measures', { measures: ['stop', 'withdraw', 'cordon'], text });
    return id;
  };
  const toCounty = async (description) => {
    const id = await measured(description);
    const text = `2 号线除尘管道积灰，车间内动火。${description}。已停机撤人。`;
    const facts = {
      purpose: 'judgement',
      clause: CLAUSE,
      reportNumber: '吴政安〔2026〕7号',
      paperDate: inDays(-3),
      text,
    };
    await step(anjianzhan, id, 'report-to-county', facts);
    return id;
  };
  const judged = async (description) => {
    const id = await toCounty(description);
    const photoIds = await shots(anjianzhan, '#e8e4da');
    const paper = { countyNumber: '山应急〔2026〕12号', paperDate: inDays(-1), clause: CLAUSE, photoIds };
    await step(anjianzhan, id, 'record-judgement', paper);
    return id;
  };
  const listed = async (description) => {
    const id = await judged(description);
    const [{ id: leaderPostId }] = people.xiangzhang.session.posts;
    const photoIds = await shots(anjianzhan, '#ded9cc');
    const paper = {
      responsibleUnitId: unitId,
      countyNumber: '山安委〔2026〕31号',
      paperDate: inDays(0),
      deadline: inDays(25),
      leaderPostId,
      photoIds,
    };
    await step(anjianzhan, id, 'record-listing', paper);
    return id;
  };
  const planned = async (description) => {
    const id = await listed(description);
    await step(qiye, id, 'submit-plan', PLAN);
    await step(qiye, id, 'start');
    await step(people.xiangzhang, id, 'follow-up', { text: '到厂里看了，管道已订货，2 号线确实停着' });
    return id;
  };
  const rechecked = async (description) => {
    const id = await planned(description);
    const photoIds = await shots(qiye, '#7d8f6a', '#93a3b5');
    await step(qiye, id, 'submit', { text: '管道已换，动火审批已上墙', photoIds });
    const { companions } = await anjianzhan.send('GET', `/hazards/${id}`);
    const companionPersonId = companions.find((it) => it.personId === baocun1.session.person.id)?.personId;
    await step(anjianzhan, id, 'verify', { companionPersonId, text: '现场查看，除尘正常' });
    return id;
  };
  const asked = async () => {
    const id = await report(baocun1, { path: 'assigned', unitId, description: '叉车没有年检，司机无证' });
    await step(qiye, id, 'ask-extension', { until: inDays(40), text: '检验所排期到下月，已停用这台叉车' });
    return id;
  };
  const merged = async () => {
    const id = await report(baocun1, { path: 'assigned', unitId, description: '厂门口电缆破皮，下雨有触电危险' });
    const areaCode = baocun1.session.posts[0].areaCode;
    const other = await report(people.cunzhishu, { areaCode, description: '建材厂门前的电线皮破了' });
    await step(anjianzhan, other, 'merge', { intoId: id, text: '同一处电缆' });
    return { into: id, merged: other };
  };
  const watched = async () => {
    const id = await report(baocun1, { path: 'assigned', unitId, description: '临时仓库住人，通道堵死' });
    const [{ id: leaderPostId }] = fenguan.session.posts;
    await step(shuji, id, 'watch', { text: '两次检查都有，群众反映多', leaderPostId });
    return id;
  };
  const fixed = async () =>
    report(baocun1, {
      path: 'fixed',
      areaCode: baocun1.session.posts[0].areaCode,
      description: '灭火器被货架挡住，已当场移开',
      photoIds: await shots(baocun1, '#8f4d3f'),
      afterPhotoIds: await shots(baocun1, '#6f8f4f'),
    });

  return {
    suspected: await suspect('1 号线袋式除尘没有泄爆装置'),
    measured: await measured('3 号线粉尘收集箱在车间内'),
    judging: await toCounty('4 号线除尘管道积灰'),
    judged: await judged('5 号线除尘风机不防爆'),
    listed: await listed('6 号线打磨间没有除尘'),
    planned: await planned('2 号线除尘管道积灰，车间内动火'),
    rechecked: await rechecked('7 号线静电接地断开'),
    asked: await asked(),
    watched: await watched(),
    fixed: await fixed(),
    ...(await merged()),
  };
}
