/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The page's view model, handed over by the bundle's `render`; absent in the stock build. */
    view?: unknown;
  }
}
