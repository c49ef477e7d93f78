/** The people that a fresh bank already knows; the demo page and `npm run bank` print them. */
import { customerOf, openContract, type NewCustomer } from './customers.ts';
import type { World } from './world.ts';

export const DEMO_CUSTOMERS = [
  { institution: '1188', contract: '1188000017', name: '鍵札 花子', kana: 'カギフダ ハナコ', firstPassword: 'hana1188', digits: '4719825036614297' },
  { institution: '1188', contract: '1188000025', name: '阿武隈 太郎', kana: 'アブクマ タロウ', firstPassword: 'taro1188', digits: '0862317495205846' },
  { institution: '1188', contract: '1188000033', name: '照会 めぐみ', kana: 'ショウカイ メグミ', firstPassword: 'megu1188', digits: '5590124873368120', inquiryOnly: true },
  { institution: '1581', contract: '1581000019', name: '伊勢 次郎', kana: 'イセ ジロウ', firstPassword: 'jiro1581', digits: '7309415826' },
  { institution: '1581', contract: '1581000027', name: '上野 さくら', kana: 'ウエノ サクラ', firstPassword: 'saku1581', digits: '2864903157' },
  { institution: '1998', contract: '1998000014', name: '共同 一郎', kana: 'キヨウドウ イチロウ', firstPassword: 'ichi1998', digits: '6148209375512086' },
  { institution: '1999', contract: '1999000012', name: '見本 はるか', kana: 'ミホン ハルカ', firstPassword: 'haru1999', digits: '3072684159930718' },
  { institution: '2143', contract: 'akagi2143', name: '赤城 みどり', kana: 'アカギ ミドリ', firstPassword: 'mido2143', digits: 'kakunin2143', mail: 'midori@mail.localhost' },
] as const satisfies NewCustomer[];

/** Leaves those alone that are already there: a bank in a folder keeps its state over a restart. */
export async function welcomeDemoCustomers(world: Pick<World, 'store' | 'seal'>): Promise<void> {
  for (const customer of DEMO_CUSTOMERS) {
    const known = await customerOf(world.store, customer.institution, customer.contract);
    // Of two processes that start on one database both may get here; the customer is opened once.
    if (!known) await openContract(world, customer).catch(async (error: unknown) => {
      if (!(await customerOf(world.store, customer.institution, customer.contract))) throw error;
    });
  }
}
