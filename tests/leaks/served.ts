import type { FastifyInstance } from 'fastify';

/** Every route that a site answers, as the server itself lists them: `GET /cases/:id`. */
export function servedBy(app: FastifyInstance): readonly string[] {
  const trail: string[] = [];
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent, segment, methods] = /^([\s│]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
      if (indent === undefined || segment === undefined) return [];
      trail.splice(indent.length / 4, trail.length, segment);
      const path = trail.join('');
      return (methods?.split(', ') ?? []).map((method) => `${method} ${path}`);
    });
}

/** What the kit itself serves, the same for everybody; what each may say is asked apart. */
const kits = /^GET \/(?:assets\/\S+|robots\.txt|health(?:\/live|\/ready)?|metrics)$/;

/** What is answered, and in no list of routes that is walked. */
export function unlisted(app: FastifyInstance, listed: readonly string[]): readonly string[] {
  return servedBy(app).filter((route) => !listed.includes(route) && !kits.test(route));
}
