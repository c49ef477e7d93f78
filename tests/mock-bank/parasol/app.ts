import { Hono } from 'hono';
import { pageRules } from '../screens/platform.ts';
import type { World } from '../world.ts';

export function parasolApp(world: Pick<World, 'alarm'>): Hono {
  const app = new Hono();
  pageRules(app, world);
  return app;
}
