import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { ListingPictureAddDocument, ListingPictureAltDocument, ListingPictureOrderDocument, ListingPictureRemoveDocument } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { errorOf, readIntent, readText, type FieldError } from "~/lib/form.ts";
import { imagePath } from "~/lib/images.ts";
import { gqlCentre, gqlCentreWithFiles } from "~/rooms/centre/centre.server.ts";
import { CentrePage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { useEdit } from "~/rooms/listings/EditAside.tsx";
import { editWords } from "~/rooms/listings/editWords.ts";
import { listerOf, loadListing } from "~/rooms/listings/listings.server.ts";
import { Answer, Crumb, ListingParts, StateTags, useListing } from "~/rooms/listings/Parts.tsx";
import { said } from "~/rooms/listings/save.server.ts";
import { altOf, isLive, listingPath } from "~/rooms/listings/state.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import type { Route } from "./+types/product.pictures";

export const handle = { islands: [formIsland] };
const MOST_BYTES = 20 * 1024 * 1024;

async function load(context: Route.LoaderArgs["context"], request: Request, id: string) {
  const vendor = await listerOf(context, request);
  return (await loadListing(context, vendor.id, id)).product;
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const product = await load(context, request, params.id);
  const query = appOf(context).url.searchParams;
  return { product, dropping: product.media?.find((one) => one.id === query.get("drop")) ?? null, done: query.get("done") ?? "" };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const t = editWords(appOf(context).language);
  const fail = (errors: FieldError[]) => data({ errors }, { status: 400 });
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) return fail([{ field: "files", code: "FILE_SIZE_LIMIT_EXCEEDED", message: t.tooBig }]);
  const product = await load(context, request, params.id);
  const form = await request.formData();
  const intent = readIntent(form, ["upload", "alt", "forward", "backward", "drop"]);
  const id = String(form.get("id") ?? "");
  const there = product.media ?? [];
  if (intent === "upload") {
    const errors = await upload(context, product.id, form, t.noFile);
    if (errors.length) return fail(errors);
  } else if (there.some((one) => one.id === id)) {
    const errors = await arrange(context, product.id, there.map((one) => one.id), intent, id, form);
    if (errors.length) return fail(errors);
  }
  const waits = isLive(product) && intent !== "forward" && intent !== "backward";
  return redirect(`${listingPath(params.id, "/pictures")}?done=${waits ? "picturesWait" : "pictures"}${intent === "forward" || intent === "backward" ? `#${encodeURIComponent(id)}` : ""}`, 303);
}

async function upload(context: Route.ActionArgs["context"], product: string, form: FormData, noFile: string): Promise<FieldError[]> {
  const files = form.getAll("files").filter((file): file is File => file instanceof File && file.size > 0);
  if (!files.length) return [{ field: "files", code: "REQUIRED", message: noFile }];
  const errors: FieldError[] = [];
  for (const image of files) {
    const { productMediaCreate } = await gqlCentreWithFiles(context, ListingPictureAddDocument, { product, image, alt: files.length === 1 ? readText(form, "alt", 250) : "" });
    errors.push(...said(productMediaCreate).map((error) => ({ ...error, field: "files", message: `${image.name}: ${error.message}` })));
  }
  return errors;
}

async function arrange(context: Route.ActionArgs["context"], product: string, order: string[], intent: "alt" | "forward" | "backward" | "drop", id: string, form: FormData): Promise<FieldError[]> {
  if (intent === "alt") return said((await gqlCentre(context, ListingPictureAltDocument, { id, alt: readText(form, "alt", 250) })).productMediaUpdate);
  if (intent === "drop") return said((await gqlCentre(context, ListingPictureRemoveDocument, { id })).productMediaDelete);
  const from = order.indexOf(id);
  const to = Math.min(Math.max(from + (intent === "forward" ? -1 : 1), 0), order.length - 1);
  const media = order.toSpliced(from, 1).toSpliced(to, 0, id);
  return said((await gqlCentre(context, ListingPictureOrderDocument, { product, media })).productMediaReorder);
}

type Media = NonNullable<Route.ComponentProps["loaderData"]["product"]["media"]>[number];

function Picture({ media, at, count, product }: { media: Media; at: number; count: number; product: string }) {
  const t = useEdit();
  const name = t.pictureOf(at + 1);
  return (
    <li className="l-picture" id={media.id}>
      <div className="l-shot">
        <img src={imagePath(media.url)} alt={media.alt || name} width={512} height={512} loading="lazy" />
        {at === 0 ? <span className="tag ink">{t.first}</span> : null}
      </div>
      <form method="post" className="l-alt">
        <input type="hidden" name="id" value={media.id} />
        <Field id={`alt-${at}`} name="alt" label={`${name} · ${t.alt}`} defaultValue={media.alt} maxLength={250} autoComplete="off" />
        <Button size="s" name="intent" value="alt" aria-label={`${t.saveAlt}: ${name}`}>{t.saveAlt}</Button>
      </form>
      <form method="post" className="l-move">
        <input type="hidden" name="id" value={media.id} />
        <Button size="s" kind="3" name="intent" value="forward" disabled={at === 0} aria-label={`${t.forward}: ${name}`}>← {t.forward}</Button>
        <Button size="s" kind="3" name="intent" value="backward" disabled={at === count - 1} aria-label={`${t.backward}: ${name}`}>{t.backward} →</Button>
        <ButtonLink size="s" kind="3" to={listingPath(product, `/pictures?drop=${encodeURIComponent(media.id)}`)} aria-label={`${t.dropPicture}: ${name}`}>{t.dropPicture}</ButtonLink>
      </form>
    </li>
  );
}

export default function PicturesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { product, dropping, done } = loaderData;
  const [t, l] = [useEdit(), useListing()];
  const errors = (actionData as { errors: FieldError[] } | undefined)?.errors;
  const media = product.media ?? [];
  const fileError = errorOf(errors, "files")?.message;
  const waiting = (product.openProposal?.changes ?? []).filter((change) => change.newPicture && change.path.startsWith("media:new-"));
  return (
    <CentrePage
      title={product.name}
      crumb={<Crumb to="/vendor/products">{l.crumb}</Crumb>}
      lead={<><StateTags product={product} /> <span>{t.picturesLead}</span></>}
      acts={<ButtonLink kind={media.length ? "1" : "2"} to={listingPath(product.id)}>{t.nextCheck}</ButtonLink>}
      hasErrors={Boolean(errors?.length)}
    >
      <ListingParts id={product.id} current="pictures" />
      <Answer errors={errors} done={errors ? null : t.done[done]} />
      {dropping ? (
        <section className="confirm" aria-labelledby="dropping">
          <h2 id="dropping">{t.pictureAsk}</h2>
          <p>{isLive(product) ? t.pictureBodyLive : t.pictureBody}</p>
          <form method="post" className="acts">
            <input type="hidden" name="id" value={dropping.id} />
            <Button kind="x" name="intent" value="drop">{t.dropPicture}</Button>
            <ButtonLink to={listingPath(product.id, "/pictures")}>{t.cancel}</ButtonLink>
          </form>
        </section>
      ) : null}
      <div className="desk-grid">
        <Panel title={t.upload}>
          <form method="post" encType="multipart/form-data" className="l-upload" data-once={t.uploadGo}>
            <div className="field">
              <label htmlFor="files">{t.upload}</label>
              <input className="filein" id="files" type="file" name="files" multiple accept="image/jpeg,image/png,image/webp,image/avif,image/gif" aria-describedby="files-hint" aria-invalid={fileError ? true : undefined} />
              <p className="hint" id="files-hint">{t.uploadHint}</p>
              {fileError ? <p className="err">{fileError}</p> : null}
            </div>
            <Field id="alt" name="alt" label={t.alt} hint={t.altHint} maxLength={250} autoComplete="off" />
            <Button kind={media.length ? "2" : "1"} name="intent" value="upload">{t.uploadGo}</Button>
          </form>
        </Panel>
        {waiting.length ? (
          <Panel title={t.waitingPictures} count={waiting.length}>
            <ul className="l-pictures">
              {waiting.map((change) => (
                <li className="l-picture" key={change.path}>
                  <div className="l-shot"><img src={imagePath(change.newPicture!)} alt={altOf(change.newText) || change.label} width={512} height={512} /></div>
                </li>
              ))}
            </ul>
          </Panel>
        ) : null}
        <Panel title={t.picturesTitle} count={media.length}>
          {media.length ? (
            <ol className="l-pictures">
              {media.map((one, at) => (
                <Picture key={one.id} media={one} at={at} count={media.length} product={product.id} />
              ))}
            </ol>
          ) : (
            <Nothing head={t.noPictures}>{t.noPicturesBody}</Nothing>
          )}
        </Panel>
      </div>
    </CentrePage>
  );
}
