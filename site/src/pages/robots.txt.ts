import { robotsPath } from '@xinglin/shared/paths.js';
import type { APIRoute } from 'astro';
import { viewOf } from '../stock.ts';
import { type RobotsView, robotsText } from '../views/robots.ts';

export const GET: APIRoute = (context) =>
  new Response(robotsText(viewOf<RobotsView>(context, robotsPath)), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
