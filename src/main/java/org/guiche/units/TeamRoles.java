package org.guiche.units;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Audited;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.accounts.Role;
import org.guiche.shared.JsonText;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is in one sector, where that is not what the person is anyway; in the sector's history and in the trail about the
 * person. Whoever asks has seen to it that the actor may, and holds the sector.
 */
@Dependent
class TeamRoles {

    /** How a role is written down that is the person's own. */
    private static final String GENERAL = "GENERAL";

    @Inject
    UnitRows rows;

    @Inject
    SectorEditor editor;

    @Inject
    People people;

    @Inject
    AuditTrail trail;

    /** Whoever looked at the sector before sees that it is another one now, so that no older page takes a right back unnoticed. */
    void set(Person actor, SectorState team, long personId, @Nullable Role role) {
        var before = seat(team.id(), personId).role();
        if (before == role) {
            return;
        }
        if (role != null) {
            requireHolder(personId, role);
        }
        rows.insert(
                "update units_sector_member set role = ?3 where sector_id = ?1 and person_id = ?2 returning person_id",
                team.id(),
                personId,
                role == null ? null : role.name());
        rows.insert("update units_sector set revision = revision + 1 where id = ?1 returning id", team.id());
        editor.member(actor, team, Difference.of(json(personId, before), json(personId, role)));
        trail.record(
                actor,
                Audited.of(AuditSubject.PERSON, personId, "units.audit.sector-role")
                        .from(Map.of("role", word(before)))
                        .to(Map.of("role", word(role), "sector", team.text().key())));
    }

    private TeamMember seat(long sectorId, long personId) {
        return Row.all(
                        rows.em,
                        "select person_id, role from units_sector_member where sector_id = ?1 and person_id = ?2",
                        sectorId,
                        personId)
                .findFirst()
                .map(TeamRoles::member)
                .orElseThrow(() -> RuleViolation.of("role", "units.sector.not-member"));
    }

    /** Of a row of a person and a role. */
    static TeamMember member(Row row) {
        return new TeamMember(row.number(0), row.textIf(1) == null ? null : row.choice(1, Role.class));
    }

    private void requireHolder(long personId, Role role) {
        if (role.compareTo(Role.SUPERVISOR) > 0) {
            throw RuleViolation.of("role", "units.sector.role");
        }
        var person = people.get(personId);
        if (!person.isStaff() || person.isReadOnly()) {
            throw RuleViolation.of("role", "units.sector.staff-only");
        }
    }

    /** All of that person's: from then on the own role holds everywhere. */
    void endAll(Person actor, long personId) {
        for (var sector : held(personId)) {
            set(actor, editor.hold(sector).orElseThrow(), personId, null);
        }
    }

    private List<String> held(long personId) {
        return Row.all(rows.em, """
                        select s.key from units_sector_member m join units_sector s on s.id = m.sector_id
                        where m.person_id = ?1 and m.role is not null order by s.id""", personId).map(row -> row.text(0)).toList();
    }

    private static String word(@Nullable Role role) {
        return role == null ? GENERAL : role.name();
    }

    private static JsonObject json(long personId, @Nullable Role role) {
        var roles = JsonText.object().add(String.valueOf(personId), word(role));
        return JsonText.object().add("roles", roles).build();
    }
}
