import { useQuery } from '@tanstack/react-query';
import type { ContactsView } from '@zerentian/shared/contacts/contact.contract';
import { request } from '../platform/request';

/** 通讯录 of my township, whole; kept on the phone, so that a number is found without a network. */
export function useContacts() {
  return useQuery({
    queryKey: ['contacts'],
    queryFn: ({ signal }) => request<ContactsView>('GET', '/contacts', { signal }),
    meta: { keep: true },
  });
}
