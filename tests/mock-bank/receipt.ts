/** 受付番号 and 受付時刻, as completion pages show them. */
import { randomInt } from 'node:crypto';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export interface Receipt {
  /** 12 characters, like 0HT18BUADJU1. */
  number: string;
  /** Japan's time, like 2018年07月24日12時28分32秒. */
  time: string;
}

/** Japan has one time zone and no summer time: nine hours ahead of UTC. */
export function japanTime(now: number): string {
  const [year, month, day, hour, minute, second] = new Date(now + 9 * 3_600_000).toISOString().split(/[-T:.]/);
  return `${year}年${month}月${day}日${hour}時${minute}分${second}秒`;
}

export function newReceipt(now: number): Receipt {
  const tail = Array.from({ length: 11 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return { number: `0${tail}`, time: japanTime(now) };
}

/** A number for the confirmation page that comes next. */
export const newPaper = (now: number): string => newReceipt(now).number;
