import type { EmergencyNumber } from '@zerentian/shared/public-reports/public-report.contract';
import { call } from '../../platform/phone';
import { Icon } from '../../ui/icon';
import { Box, Heading, Span } from '../../ui/primitives/box';
import { Pressable } from '../../ui/primitives/pressable';
import './public-report.scss';

/** Before anything is written: in danger, phone. */
export function DangerNumbers({ numbers }: { numbers: readonly EmergencyNumber[] }) {
  return (
    <Box as="section" className="danger" label="有危险先打电话">
      <Heading level={2} className="danger__title">
        有危险，先打电话
      </Heading>
      <Box className="danger__numbers">
        {numbers.map(({ name, number }) => (
          <Pressable
            key={`${name}${number}`}
            className={number.length > 3 ? 'danger__call danger__call--wide' : 'danger__call'}
            onPress={() => call(number)}
          >
            <Span className="danger__name">{name}</Span>
            <Span className="danger__number">
              <Icon name="phone" />
              <Span>{number}</Span>
            </Span>
          </Pressable>
        ))}
      </Box>
    </Box>
  );
}
