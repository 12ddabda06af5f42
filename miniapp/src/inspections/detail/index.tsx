import { useRouter } from '@tarojs/taro';
import { hazardStateNames } from '@zerentian/shared/hazards/hazard.vocabulary';
import {
  type InspectedItemView,
  type InspectionDetail,
  itemResultNames,
} from '@zerentian/shared/inspections/inspection.contract';
import { OutboxLines, useUnsent } from '../../outbox/outbox-lines';
import { useRefresh } from '../../platform/use-refresh';
import { List } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { PaperButton } from '../../ui/paper-button';
import { PhotoGrid } from '../../ui/photo-grid';
import { Box, Span } from '../../ui/primitives/box';
import { PageLink } from '../../ui/primitives/pressable';
import { Card, Facts, Section } from '../../ui/section';
import { StateTag } from '../../ui/tag';
import { TimeText } from '../../ui/time-text';
import { useInspection } from '../inspections.api';
import '../inspections.scss';

/** One that I have just made is here before the server has it: on its way, in my own words. */
export default function InspectionPage() {
  const id = useRouter().params.id ?? '';
  const subject = `inspection:${id}`;
  const unsent = useUnsent(subject);
  if (!unsent) return <Delivered id={id} subject={subject} />;
  return (
    <Page title="检查记录" section="inspections">
      <OutboxLines subject={subject} />
    </Page>
  );
}

function Delivered({ id, subject }: { id: string; subject: string }) {
  const query = useInspection(id);
  useRefresh(query.refetch);
  return (
    <Page title="检查记录" section="inspections">
      <OutboxLines subject={subject} />
      <Loaded query={query} instead={{ page: 'inspections', words: '看全部检查' }}>
        {(inspection) => <Inspection inspection={inspection} />}
      </Loaded>
    </Page>
  );
}

function Inspection({ inspection }: { inspection: InspectionDetail }) {
  const failed = inspection.items.filter((item) => item.result === 'fail');
  const rest = inspection.items.filter((item) => item.result !== 'fail');
  return (
    <Box className="columns">
      <Box className="columns__main">
        <Section title={inspection.unitName} note={inspection.number}>
          <Card>
            <Facts items={factsOf(inspection)} />
          </Card>
        </Section>
        {failed.length > 0 && <Items title={`发现的问题（${failed.length}）`} items={failed} />}
        <Items title={`其余各项（${rest.length}）`} items={rest} />
      </Box>
      <Box className="columns__side">
        <Section title="文书" note="可打印、签字、盖章">
          <PaperButton
            id="paper-inspection"
            path={`/inspections/${inspection.id}/paper`}
            name="安全检查记录"
            number={inspection.number}
          />
        </Section>
        <Section title="被检查方签字">
          {inspection.signature ? (
            <PhotoGrid photos={[inspection.signature]} what="签字" />
          ) : (
            <Card>
              <Box>{`没有签字：${inspection.refusal?.reason ?? ''}`}</Box>
              <Box className="text-note">{`见证人：${inspection.refusal?.witness ?? ''}`}</Box>
            </Card>
          )}
        </Section>
      </Box>
    </Box>
  );
}

function factsOf(inspection: InspectionDetail) {
  const { areaName, spot, checklist, counts, campaign, inspectedName, inspectedTitle, remark, doubted } = inspection;
  const people = [inspection.inspector, ...inspection.companions].map(({ post, name }) =>
    [post, name].filter(Boolean).join(' '),
  );
  return [
    {
      label: '时间',
      value: (
        <>
          <TimeText at={inspection.occurredAt} />
          {doubted && <Span className="text-note">（手机时钟不准，按送达时间记）</Span>}
        </>
      ),
    },
    { label: '地点', value: [areaName, spot].filter(Boolean).join('，') },
    { label: '检查人员', value: people.join('、') },
    { label: '现场负责人', value: [inspectedTitle, inspectedName].filter(Boolean).join(' ') || '没有写' },
    { label: '检查表', value: `${checklist.title}（第 ${checklist.version} 版）` },
    {
      label: '结果',
      value: `合格 ${counts.passed} 项，不合格 ${counts.failed} 项，不涉及 ${counts.notApplicable} 项`,
    },
    ...(campaign
      ? [
          {
            label: '专项行动',
            value: (
              <PageLink page="campaign" params={{ id: campaign.id }} className="text-link">
                {campaign.title}
              </PageLink>
            ),
          },
        ]
      : []),
    ...(remark ? [{ label: '其他情况', value: remark }] : []),
  ];
}

function Items({ title, items }: { title: string; items: readonly InspectedItemView[] }) {
  if (items.length === 0) return null;
  return (
    <Section title={title}>
      <List label={title}>
        {items.map((item) => (
          <Box as="li" key={item.key} className="list__row">
            <Box className="list-item">
              <Box className="list-item__text">
                <Box className="list-item__title">{item.hazard?.description || item.text}</Box>
                {item.hazard ? (
                  <Box className="list-item__note">{`检查项：${item.text}`}</Box>
                ) : (
                  item.note && <Box>{item.note}</Box>
                )}
                {item.basis && (
                  <Box className="list-item__note">{`依据：${item.basis}${item.verified ? '' : '（未与原文核对）'}`}</Box>
                )}
                <PhotoGrid photos={item.photos} what={item.text} />
                {item.hazard && <HazardLink hazard={item.hazard} />}
              </Box>
              <Box className="list-item__aside">
                <StateTag text={itemResultNames[item.result]} tone={item.result === 'fail' ? 'alert' : 'done'} />
              </Box>
            </Box>
          </Box>
        ))}
      </List>
    </Section>
  );
}

function HazardLink({ hazard }: { hazard: NonNullable<InspectedItemView['hazard']> }) {
  const late = hazard.overdueDays > 0 ? `，逾期 ${hazard.overdueDays} 天` : '';
  return (
    <PageLink page="hazard" params={{ id: hazard.id }} className="text-link">
      {`隐患 ${hazard.number}：${hazardStateNames[hazard.state]}${late}`}
    </PageLink>
  );
}
