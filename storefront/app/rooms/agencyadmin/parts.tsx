import type { AgencyAbilityEnum } from "~/gql/operations";
import { useLanguage } from "~/lib/i18n/index.ts";
import { ABILITIES, inOrder } from "~/rooms/agency/abilities.ts";
import { agencyWords } from "~/rooms/agency/words.ts";
import { Checkbox, Select } from "~/ui/Field.tsx";
import { Local } from "~/ui/Local.tsx";
import type { MemberRow } from "./admin.server.ts";
import { adminWords } from "./words.ts";

/** What somebody may do, as tags. */
export function Abilities({ abilities }: { abilities: readonly AgencyAbilityEnum[] }) {
  const language = useLanguage();
  const t = agencyWords(language);
  if (!abilities.length) return <span className="mute">{adminWords(language).none}</span>;
  return (
    <span className="ability-tags">
      {inOrder(abilities).map((ability) => (
        <span key={ability} className={ability === "ADMINISTER" ? "tag info" : "tag"}>{t.abilities[ability]}</span>
      ))}
    </span>
  );
}

/** Each ability apart, with what it opens. ``limit``: what can be ticked at most. */
export function AbilityPick({ chosen, limit, idPrefix }: { chosen: readonly AgencyAbilityEnum[]; limit?: readonly AgencyAbilityEnum[]; idPrefix: string }) {
  const language = useLanguage();
  const [t, w] = [agencyWords(language), adminWords(language)];
  return (
    <fieldset className="role-pick">
      <legend>{w.abilities}</legend>
      {ABILITIES.map((ability) => (
        <Checkbox
          key={ability}
          id={`${idPrefix}-${ability}`}
          name="ability"
          value={ability}
          defaultChecked={chosen.includes(ability)}
          disabled={limit ? !limit.includes(ability) : false}
          label={
            <>
              <b>{t.abilities[ability]}</b> <small>{w.abilityNotes[ability]}</small>
            </>
          }
        />
      ))}
    </fieldset>
  );
}

/** A department, or the agency as a whole. */
export function DepartmentPick({ departments, chosen, id, error }: { departments: readonly { id: string; name: string; isActive: boolean }[]; chosen?: string | null; id: string; error?: string }) {
  const w = adminWords(useLanguage());
  const options = departments.filter((department) => department.isActive || department.id === chosen).map(({ id: value, name }) => ({ value, label: name }));
  return <Select id={id} name="department" label={w.department} defaultValue={chosen ?? ""} options={[{ value: "", label: w.whole }, ...options]} error={error} />;
}

export const nameOf = (member: Pick<MemberRow, "name" | "email">, gone: string): string => member.name || member.email || gone;

/** Name, title and address of somebody, the name standing out. */
export function Person({ member }: { member: MemberRow }) {
  const w = adminWords(useLanguage());
  return (
    <>
      <b><Local text={nameOf(member, w.gone)} /></b> {member.isYou ? <span className="tag">{w.you}</span> : null}
      <small className="under">
        <Local text={[member.department?.name, member.jobTitle].filter(Boolean).join(" ")} />
      </small>
    </>
  );
}
