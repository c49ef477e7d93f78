import { Hono } from 'hono';
import { pageRules } from '../screens/platform.ts';
import type { World } from '../world.ts';

export function mailApp(world: Pick<World, 'alarm'>, _address: (host: string, path: string) => string): Hono {
  const app = new Hono();
  pageRules(app, world);
  return app;
}
