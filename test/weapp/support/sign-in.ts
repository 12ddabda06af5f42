import { Phone } from './phone';
import { photo } from './photo';

/** Starts the program on a fresh phone and enters as one of the demo's people, on one tap. */
export async function signInAs(phone: Phone, person: string): Promise<void> {
  phone.start();
  await phone.at('sign-in/index');
  await phone.tap(person);
  await phone.at('today/index');
}

/** A fresh phone with a camera in the hands of one of the demo's people, signed in to a server. */
export async function phoneOf(person: string, server: string): Promise<Phone> {
  const phone = new Phone({ server, photo });
  await signInAs(phone, person);
  return phone;
}
