import { sessionCookie } from '#kit/http/begin.ts';
import { newId } from '#kit/ids.ts';
import { addColleague, addSession, type TestLandlord, type TestSite } from './site.ts';

/** Files of a register as an administrator sends them in the page. */
export async function upload(
  site: Pick<TestSite, 'app' | 'services'>,
  landlord: TestLandlord,
  files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>,
) {
  const staff = await addColleague(site.services, landlord, ['administrator']);
  const cookies: Record<string, string> = {
    [sessionCookie]: await addSession(site.services, landlord.organisation, staff),
  };
  const form = await site.app.inject({ method: 'GET', url: '/register/import', cookies });
  for (const { name, value } of form.cookies as { name: string; value: string }[]) cookies[name] = value;
  const body = new FormData();
  body.set('_csrf', /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? '');
  body.set('_submission', newId<string>());
  for (const [name, text] of Object.entries(files))
    body.append('files', new File([text], name.includes('.') ? name : `${name}.csv`));
  const encoded = new Response(body);
  const response = await site.app.inject({
    method: 'POST',
    url: '/register/import',
    cookies,
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
  return { response };
}
