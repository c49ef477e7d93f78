/** The people that a fresh bank already knows; the demo page and `npm run bank` print them. */
import { customerOf, openContract, type NewCustomer } from './customers.ts';
import type { World } from './world.ts';

export const DEMO_CUSTOMERS = [
  { institution: '1188', contract: '1188000017', name: '鍵札 花子', kana: 'カギフダ ハナコ', firstPassword: 'hana1188', digits: '4719825036614297' },
  { institution: '1188', contract: '1188000025', name: '阿武隈 太郎', kana: 'アブクマ タロウ', firstPassword: 'taro1188', digits: '0862317495205846' },
  { institution: '1188', contract: '1188000033', name: '照会 めぐみ', kana: 'ショウカイ メグミ', firstPassword: 'megu1188', digits: '5590124873368120', inquiryOnly: true },
  { institution: '1581', contract: '1581000019', name: '伊勢 次郎', kana: 'イセ ジロウ', firstPassword: 'jiro1581', digits: '7309415826' },
  { institution: '1581', contract: '1581000027', name: '上野 さくら', kana: 'ウエノ サクラ', firstPassword: 'saku1581', digits: '2864903157' },
] as const satisfies NewCustomer[];

/** Leaves those alone that are already there: a bank in a folder keeps its state over a restart. */
export async function welcomeDemoCustomers(world: Pick<World, 'store' | 'seal'>): Promise<void> {
  for (const customer of DEMO_CUSTOMERS) {
    const known = await customerOf(world.store, customer.institution, customer.contract);
    if (!known) await openContract(world, customer);
  }
}
