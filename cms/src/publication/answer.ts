/** The answer of `GET /xinglin/status/:type/:documentId`, for the server that gives it and the panel that shows it. */

/** Something that the publication found about a document. */
export interface Trouble {
  /** A problem keeps something from the site; a warning is live and wants a look. */
  level: 'problem' | 'warning';
  problem: string;
}

export interface PublicationStatus {
  state: '草稿' | '发布中' | '已上线' | '已下线' | '撤稿';
  /** Off the site by the office's word, without proof yet that readers no longer see it. */
  underway?: boolean;
  url?: string;
  path?: string;
  release?: number;
  /** SHA-256 of the form that is live. */
  digest?: string;
  /** When the release was live, ISO 8601 in UTC. */
  at?: string;
  /** How many pages that release changed because of the document, and the first of them on the site. */
  pages?: { count: number; paths: string[]; siteUrl: string };
  /** What readers are told where it is withdrawn. */
  explanation?: string;
  /** Where readers are sent instead. */
  redirectTo?: string;
  /** The release that a person pinned: publishes wait until it is let go. */
  pinned?: number;
  troubles?: Trouble[];
}
