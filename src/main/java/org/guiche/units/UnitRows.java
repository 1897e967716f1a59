package org.guiche.units;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the rows of what a unit brings. */
@Dependent
class UnitRows {

    @PersistenceContext
    EntityManager em;

    void addClassifications(long unitId, List<Classification> classifications) {
        for (int i = 0; i < classifications.size(); i++) {
            add(unitId, i, classifications.get(i));
        }
    }

    void addPriorities(long unitId, List<PriorityChoice> priorities) {
        priorities.forEach(priority -> add(unitId, priority));
    }

    void addStatuses(long unitId, List<Status> statuses) {
        for (int i = 0; i < statuses.size(); i++) {
            add(unitId, i, statuses.get(i));
        }
    }

    private void add(long unitId, int position, Classification c) {
        insert(
                """
                insert into units_classification (unit_id, key, name, description, priority, recommended, position,
                    first_response_amount, first_response_clock, resolution_amount, resolution_clock)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) returning id""",
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

    private void add(long unitId, PriorityChoice p) {
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

    private void add(long unitId, int position, Status status) {
        var statusId = insert(
                """
                insert into units_status (unit_id, key, name, public_name, category, reply_rule, reason_required,
                    offered_after_reply, position, rules)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, cast(?10 as jsonb)) returning id""",
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
        for (int i = 0; i < status.reasons().size(); i++) {
            var reason = status.reasons().get(i);
            insert(
                    "insert into units_hold_reason (status_id, key, name, position) values (?1, ?2, ?3, ?4) returning id",
                    statusId,
                    reason.key(),
                    reason.name(),
                    i);
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

    /** Raises the number by which each node knows that its picture is old. */
    void raiseRevision() {
        em.createNativeQuery("update units_revision set number = number + 1").executeUpdate();
    }
}
