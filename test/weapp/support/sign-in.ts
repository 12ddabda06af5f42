import { Phone } from './phone';

/** Starts the program on a fresh phone and enters as one of the demo's people, on one tap. */
export async function signInAs(phone: Phone, person: string): Promise<void> {
  phone.start();
  await phone.at('sign-in/index');
  await phone.tap(person);
  await phone.at('today/index');
}
