import type pg from 'pg';

export interface Statement {
  readonly text: string;
  readonly name?: string;
  readonly values: readonly unknown[];
}

/**
 * Runs `work` and returns, batch by batch, the statements that it sent: what was sent
 * together is replayed together.
 */
export async function capture(
  pool: pg.Pool,
  work: () => Promise<unknown>,
): Promise<readonly (readonly Statement[])[]> {
  const batches: Statement[][] = [];
  let open: Statement[] | null = null;
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;
  pool.connect = (async () => {
    const client = await connect();
    const query = client.query.bind(client) as (statement: unknown) => Promise<unknown>;
    const release = client.release.bind(client);
    client.query = ((statement: string | Statement) => {
      const sent = { values: [], ...(typeof statement === 'string' ? { text: statement } : statement) };
      if (!open) {
        open = [];
        batches.push(open);
        // A batch is what is sent before the first answer can come back.
        setImmediate(() => {
          open = null;
        });
      }
      open.push(sent);
      return query(statement);
    }) as typeof client.query;
    client.release = (error) => {
      client.query = query as typeof client.query;
      client.release = release;
      release(error);
    };
    return client;
  }) as typeof pool.connect;
  try {
    await work();
  } finally {
    pool.connect = connect as typeof pool.connect;
  }
  return batches;
}

/**
 * Replays captured statements over `connections` for `seconds`, with fresh ids where the work made new rows.
 * @returns times a second
 */
export async function replay(
  pool: pg.Pool,
  batches: readonly (readonly Statement[])[],
  fresh: () => (value: unknown) => unknown,
  connections: number,
  seconds: number,
): Promise<number> {
  const until = Date.now() + seconds * 1000;
  let done = 0;
  const worker = async () => {
    const client = await pool.connect();
    try {
      while (Date.now() < until) {
        const renew = fresh();
        for (const batch of batches) {
          await Promise.all(
            batch.map(({ text, name, values }) =>
              client.query({ text, ...(name && { name }), values: values.map(renew) }),
            ),
          );
        }
        done += 1;
      }
    } finally {
      client.release();
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return done / seconds;
}
