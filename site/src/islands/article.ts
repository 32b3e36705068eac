/** All that a script adds to an article's page, in one file: one request. */
import './share.ts';
import './tabs.ts';
import './views.ts';
