import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { hazardSpec } from '../support/hazard-desk';
import type { ActorName } from '../support/township';
import { Bundle } from './support/bundle';
import { Phone, type SharedCard } from './support/phone';
import { phoneOf } from './support/sign-in';

const LINE = '孟庆昌的配电箱没有盖';

/** 转发 into a work group, where people read along who answer for nothing: the card carries nobody's data, and what it opens asks who one is. */
describe('a 通知单 sent into a chat', () => {
  const { town, desk } = hazardSpec();
  let hazard: HazardView;
  let cadre: Phone;
  let card: SharedCard;

  const nameOf = async (actor: ActorName): Promise<string> => (await town.as[actor].get('/api/me')).body.person.name;
  /** The card, tapped on somebody's phone who was not signed in. */
  async function opened(by: ActorName): Promise<Phone> {
    const phone = new Phone({ server: town.url });
    phone.start(card.path.replace(/^\//, ''));
    await phone.at('sign-in/index');
    await phone.tap(await nameOf(by));
    return phone;
  }

  beforeAll(async () => {
    hazard = await desk.report('villageCadre', desk.handedOver({ description: LINE }));
    cadre = await phoneOf(await nameOf('villageCadre'), town.url);
    cadre.open(`hazards/detail/index?id=${hazard.id}`);
    await cadre.shows(LINE);
    card = await cadre.share('#share-hazard');
  }, 60_000);

  it('names the paper, the village, the level and the number', () => {
    expect(card.title).toMatch(/^隐患整改通知单：吴马营村，一般隐患/);
    expect(card.title).toContain(hazard.number);
  });

  it('carries no name, no phone number and no word that somebody wrote, and a picture of our own in place of the page', async () => {
    const people = await Promise.all((['villageCadre', 'enterpriseHead', 'safetyStation'] as const).map(nameOf));
    for (const word of [...people, LINE, '昌盛']) expect(`${card.title}${card.path}`).not.toContain(word);
    expect(`${card.title}${card.path}`.replaceAll(hazard.number, '')).not.toMatch(/1[3-9]\d{9}/);
    expect(Bundle.built().has(card.imageUrl?.replace(/^\//, '') ?? '')).toBe(true);
  });

  it('leads whoever is told of it to the matter, after signing in', async () => {
    const phone = await opened('enterpriseHead');
    await phone.at('hazards/detail/index');
    await phone.shows(LINE);
    phone.putAway();
  });

  it('tells nothing to whoever is not', async () => {
    const phone = await opened('otherVillageCadre');
    await phone.at('hazards/detail/index');
    await phone.shows('没有找到');
    expect(phone.text).not.toContain(LINE);
    phone.putAway();
  });

  it('says so once it is a reminder that waits', async () => {
    await desk.step('safetyStation', hazard, 'reminders', { text: '请抓紧' });
    cadre.pullDown();
    await cadre.shows('请抓紧');
    expect((await cadre.share('#share-hazard')).title).toMatch(/^催办：/);
    cadre.putAway();
  });
});
