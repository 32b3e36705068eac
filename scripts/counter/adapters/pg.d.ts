/** The part of `pg` that the counter uses; the package brings no types along. */
declare module 'pg' {
  export interface Result {
    rows: Record<string, unknown>[];
  }
  export interface Client {
    query(text: string, values?: readonly unknown[]): Promise<Result>;
    release(error?: boolean): void;
  }
  export class Pool {
    constructor(options: {
      connectionString: string;
      max: number;
      connectionTimeoutMillis: number;
      query_timeout: number;
    });
    connect(): Promise<Client>;
    query(text: string, values?: readonly unknown[]): Promise<Result>;
    on(event: 'error', listener: (error: Error) => void): void;
    end(): Promise<void>;
  }
}
