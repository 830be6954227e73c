import pg from 'pg';
import { prepareValue } from 'pg/lib/utils.js';

/** A statement as pg takes it; one with a name is parsed and planned once a connection. */
interface Statement {
  readonly text: string;
  readonly name?: string;
  readonly values?: readonly unknown[];
}

interface Waiting {
  /** Its values as the server reads them. */
  readonly statement: Statement & { readonly values: readonly unknown[] };
  readonly resolve: (result: pg.QueryResult) => void;
  readonly reject: (error: unknown) => void;
}

/** What the rows of a statement look like. */
interface Columns {
  readonly names: readonly string[];
  readonly parsers: readonly ((text: string) => unknown)[];
  /** A row without values: rows that are made alike are read faster. */
  readonly empty: Readonly<Record<string, unknown>>;
}

/** What a connection knows of the named statements that it has parsed; in doubt: its last use failed. */
type Known = Map<string, Columns | 'in doubt'>;

/** As much of pg's connection as is used here; its types leave it out. */
interface Connection {
  readonly stream: { cork(): void; uncork(): void; destroy(): void };
  parse(message: { readonly text: string; readonly name: string }): void;
  bind(message: { readonly statement: string; readonly values: readonly unknown[] }): void;
  describe(message: { readonly type: 'P' }): void;
  execute(message: object): void;
  close(message: { readonly type: 'S'; readonly name: string }): void;
  sync(): void;
  sendCopyFail(why: string): void;
}

/**
 * Lets a connection send what it is asked in one go as one message with one end. pg ends each statement by itself, so
 * that the server answers each by itself: for most of ours that costs more than what is asked. Where one fails, those
 * behind it are not run and fail with it, as they would in a transaction that is broken. What the rows of a statement
 * look like is asked once a connection.
 */
export function askTogether(client: pg.ClientBase): void {
  const alone: (query: unknown, ...more: unknown[]) => unknown = client.query.bind(client);
  const known: Known = new Map();
  let together: Waiting[] = [];
  const leave = () => {
    if (together.length === 0) return;
    const leaving = together;
    together = [];
    alone(batch(leaving, known, client));
  };
  const query = (asked: Statement | string, ...more: unknown[]) => {
    if (more.length > 0 || typeof asked === 'string' || 'submit' in asked) {
      leave();
      return alone(asked, ...more);
    }
    // A value that cannot be written is thrown at whoever asks, before anything of it is sent.
    const statement = { ...asked, values: (asked.values ?? []).map(prepareValue) };
    const answer = new Promise<pg.QueryResult>((resolve, reject) => {
      if (together.length === 0) setImmediate(leave);
      together.push({ statement, resolve, reject });
    });
    // Where it was asked says more than where the socket was read.
    return answer.catch((error) => {
      if (error instanceof Error) Error.captureStackTrace(error);
      throw error;
    });
  };
  client.query = query as typeof client.query;
}

/** What pg asks of a query of one's own, answered for several statements in their order. */
function batch(waiting: readonly Waiting[], known: Known, client: pg.ClientBase) {
  let at = 0;
  let connection: Connection | undefined;
  let columns: Columns | undefined;
  let rows: unknown[] = [];
  let unreadable: unknown;

  /** Begins to listen to the answer of the statement whose turn it is. */
  function begin(): void {
    columns = columnsOf(waiting[at]?.statement, known);
    rows = [];
    unreadable = undefined;
  }

  function ended(command: string, rowCount: number | null): void {
    const { statement, resolve, reject } = waiting[at] as Waiting;
    if (statement.name) known.set(statement.name, columns ?? noColumns);
    if (unreadable) reject(unreadable);
    else resolve({ command, rowCount, rows, fields: [], oid: 0 });
    at += 1;
    begin();
  }

  return {
    // pg's own, where somebody is to be told that all of it has ended; it minds how long that takes.
    callback: undefined as ((error: unknown) => void) | undefined,
    query_timeout: waiting.length * silenceOf(client),
    submit(over: Connection) {
      connection = over;
      over.stream.cork();
      sendAll(
        over,
        waiting.map(({ statement }) => statement),
        known,
      );
      over.stream.uncork();
      begin();
      return null;
    },
    handleRowDescription({ fields }: { readonly fields: readonly pg.FieldDef[] }) {
      columns = {
        names: fields.map(({ name }) => name),
        parsers: fields.map(({ dataTypeID }) => client.getTypeParser(dataTypeID, 'text')),
        empty: Object.fromEntries(fields.map(({ name }) => [name, null])),
      };
    },
    handleDataRow({ fields: values }: { readonly fields: readonly (string | null)[] }) {
      if (unreadable) return;
      try {
        rows.push(rowOf(columns ?? noColumns, values));
      } catch (error) {
        unreadable = error;
      }
    },
    handleCommandComplete({ text }: { readonly text: string }) {
      const [command = '', ...numbers] = text.split(' ');
      ended(command, numbers.length > 0 ? Number(numbers.at(-1)) : null);
    },
    handleEmptyQuery() {
      ended('', null);
    },
    /** Of the statement whose turn it is; or the connection broke, or said nothing for too long. */
    handleError(error: unknown) {
      const failed = waiting.slice(at);
      at = waiting.length;
      const name = failed[0]?.statement.name;
      if (name) known.set(name, 'in doubt');
      for (const { reject } of failed) reject(error);
      this.callback?.(error);
      // Its other answers may still come: nobody would know whose they are.
      if (!(error instanceof pg.DatabaseError)) connection?.stream.destroy();
    },
    handleReadyForQuery() {
      this.callback?.(null);
    },
    handlePortalSuspended() {},
    handleCopyInResponse(over: Connection) {
      over.sendCopyFail('Nothing is copied in');
    },
    handleCopyData() {},
  };
}

/** For how many milliseconds the server may say nothing to one statement; 0: for ever. */
function silenceOf(client: pg.ClientBase): number {
  const { connectionParameters } = client as unknown as {
    connectionParameters: { query_timeout: number | false };
  };
  return Number(connectionParameters.query_timeout);
}

const noColumns: Columns = { names: [], parsers: [], empty: {} };

function columnsOf(statement: Statement | undefined, known: Known): Columns | undefined {
  const columns = statement?.name === undefined ? undefined : known.get(statement.name);
  return columns === 'in doubt' ? undefined : columns;
}

function sendAll(connection: Connection, statements: readonly Waiting['statement'][], known: Known): void {
  const parsed = new Set<string>();
  for (const statement of statements) {
    const { name = '', text, values } = statement;
    const columns = columnsOf(statement, known);
    if (!columns && !parsed.has(name)) {
      if (known.has(name)) connection.close({ type: 'S', name });
      connection.parse({ text, name });
      if (name) parsed.add(name);
    }
    connection.bind({ statement: name, values });
    if (!columns) connection.describe({ type: 'P' });
    connection.execute({});
  }
  connection.sync();
}

function rowOf(
  { names, parsers, empty }: Columns,
  values: readonly (string | null)[],
): Record<string, unknown> {
  const row = { ...empty };
  for (let at = 0; at < names.length; at += 1) {
    const value = values[at] ?? null;
    if (value !== null) row[names[at] as string] = parsers[at]?.(value);
  }
  return row;
}
