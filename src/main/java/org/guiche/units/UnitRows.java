package org.guiche.units;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the rows of what a unit brings. A row keeps its id for as long as its key stays; what goes is offered no more. */
@Dependent
class UnitRows {

    @PersistenceContext
    EntityManager em;

    void writeClassifications(long unitId, List<Classification> classifications) {
        retire("units_classification", "unit_id", unitId);
        for (int i = 0; i < classifications.size(); i++) {
            write(unitId, i, classifications.get(i));
        }
    }

    void writePriorities(long unitId, List<PriorityChoice> priorities) {
        em.createNativeQuery("delete from units_priority where unit_id = ?1")
                .setParameter(1, unitId)
                .executeUpdate();
        priorities.forEach(priority -> write(unitId, priority));
    }

    void writeStatuses(long unitId, List<Status> statuses) {
        retire("units_status", "unit_id", unitId);
        for (int i = 0; i < statuses.size(); i++) {
            write(unitId, i, statuses.get(i));
        }
        stayWhereTheyAre(unitId);
    }

    private void retire(String table, String owner, long id) {
        em.createNativeQuery("update " + table + " set active = false where " + owner + " = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    /** What is in a retired status does not go on by itself to another one that is retired. */
    private void stayWhereTheyAre(long unitId) {
        em.createNativeQuery("""
                        update units_status s set rules = rules - 'auto' where unit_id = ?1 and not active and not exists (
                            select 1 from units_status n where n.unit_id = ?1 and n.active and n.key = jsonb_extract_path_text(s.rules, 'auto', 'goTo'))""").setParameter(1, unitId).executeUpdate();
    }

    private void write(long unitId, int position, Classification c) {
        insert(
                """
                insert into units_classification (unit_id, key, name, description, priority, recommended, position,
                    first_response_amount, first_response_clock, resolution_amount, resolution_clock)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
                on conflict (unit_id, key) do update set (name, description, priority, recommended, position, active,
                    first_response_amount, first_response_clock, resolution_amount, resolution_clock) =
                    (?3, ?4, ?5, ?6, ?7, true, ?8, ?9, ?10, ?11) returning id""",
                unitId,
                c.key(),
                c.name(),
                c.description(),
                c.priority().name(),
                c.recommended(),
                position,
                amount(c.firstResponse()),
                clock(c.firstResponse()),
                amount(c.resolution()),
                clock(c.resolution()));
    }

    private void write(long unitId, PriorityChoice p) {
        insert(
                """
                insert into units_priority (unit_id, priority, description, recommended,
                    first_response_amount, first_response_clock, resolution_amount, resolution_clock)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) returning unit_id""",
                unitId,
                p.priority().name(),
                p.description(),
                p.recommended(),
                amount(p.firstResponse()),
                clock(p.firstResponse()),
                amount(p.resolution()),
                clock(p.resolution()));
    }

    private static @Nullable String amount(@Nullable Target target) {
        return target == null ? null : target.amount().toString();
    }

    private static @Nullable String clock(@Nullable Target target) {
        return target == null ? null : target.clock().name();
    }

    private void write(long unitId, int position, Status status) {
        var statusId = insert(
                """
                insert into units_status (unit_id, key, name, public_name, category, reply_rule, reason_required,
                    offered_after_reply, position, rules)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, cast(?10 as jsonb))
                on conflict (unit_id, key) do update set (name, public_name, category, reply_rule, reason_required,
                    offered_after_reply, position, rules, active) =
                    (?3, ?4, ?5, ?6, ?7, ?8, ?9, cast(?10 as jsonb), true) returning id""",
                unitId,
                status.key(),
                status.name(),
                status.publicName(),
                status.category().name(),
                status.replyRule().name(),
                status.reasonRequired(),
                status.offeredAfterReply(),
                position,
                StatusRulesJson.write(status.rules()).toString());
        writeReasons(statusId, status.reasons());
    }

    private void writeReasons(long statusId, List<HoldReason> reasons) {
        retire("units_hold_reason", "status_id", statusId);
        for (int i = 0; i < reasons.size(); i++) {
            insert("""
                    insert into units_hold_reason (status_id, key, name, position) values (?1, ?2, ?3, ?4)
                    on conflict (status_id, key) do update set (name, position, active) = (?3, ?4, true) returning id""", statusId, reasons.get(i).key(), reasons.get(i).name(), i);
        }
    }

    /** Runs an insert that returns a number. */
    long insert(String sql, @Nullable Object... parameters) {
        return find(sql, parameters).orElseThrow();
    }

    /** The first number that a query gives, if it gives one. */
    Optional<Long> find(String sql, @Nullable Object... parameters) {
        return Row.all(em, sql, parameters).map(row -> row.number(0)).findFirst();
    }

    /** The texts that a query gives. */
    List<String> texts(String sql) {
        return Row.all(em, sql).map(row -> row.text(0)).toList();
    }

    /** Raises the number by which each node knows that its picture is old. */
    void raiseRevision() {
        em.createNativeQuery("update units_revision set number = number + 1").executeUpdate();
    }
}
