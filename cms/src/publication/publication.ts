/** What the parts of the publication share, for one Strapi: the clock, the site's address, who is to be woken. */
import type { Core } from '@strapi/strapi';
import { Waiters } from './waiters.ts';

export interface Publication {
  readonly strapi: Core.Strapi;
  /** The only clock; tests set it. */
  now(): Date;
  /** Origin of the public site, without a trailing slash. */
  readonly siteUrl: string;
  readonly waiters: Waiters;
}

const publications = new WeakMap<Core.Strapi, Publication>();

/** The publication of a Strapi instance, made at first use. */
export function publicationOf(strapi: Core.Strapi): Publication {
  const known = publications.get(strapi);
  if (known !== undefined) return known;
  const made: Publication = { strapi, now: () => new Date(), siteUrl: siteUrl(), waiters: new Waiters() };
  publications.set(strapi, made);
  return made;
}

/** XINGLIN_SITE_URL, else where `start` serves the site on this machine. */
function siteUrl(): string {
  const given = process.env['XINGLIN_SITE_URL'];
  const url =
    given === undefined || given === ''
      ? `http://127.0.0.1:${process.env['XINGLIN_SITE_PORT'] ?? 8080}`
      : given;
  return url.replace(/\/+$/, '');
}
