package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.guiche.shared.RuleViolation;
import org.guiche.units.BusinessUnit;
import org.guiche.units.FormRules;
import org.guiche.units.Priority;
import org.guiche.units.Sectors;
import org.guiche.units.Units;

/** Changes one property of a ticket, and writes that down. */
@Dependent
class PropertyChanges {

    private static final int MOST_TAGS = 20;
    private static final int LONGEST_TAG = 40;

    @PersistenceContext
    EntityManager em;

    @Inject
    Units units;

    @Inject
    Sectors sectors;

    @Inject
    Ledger ledger;

    @Inject
    Promises promises;

    @Inject
    ServiceClocks clocks;

    void rename(Act act, String subject) {
        var ticket = act.ticket();
        var clean = subject.strip().replaceAll("\\p{Cntrl}", " ");
        if (clean.isEmpty() || clean.length() > FormRules.LONGEST_SUBJECT) {
            throw RuleViolation.of("subject", "tickets.subject.long", FormRules.LONGEST_SUBJECT);
        }
        ledger.record(act, EventType.SUBJECT_CHANGED, ticket.subject, clean);
        ticket.rename(clean, ledger.now());
        em.createQuery("update Message m set m.heading = :subject where m.ticketId = :ticket and m.heading <> ''")
                .setParameter("subject", clean)
                .setParameter("ticket", ticket.id)
                .executeUpdate();
    }

    void classify(Act act, String key) {
        var ticket = act.ticket();
        var unit = units.get(ticket.unitId);
        var chosen = unit.classification(key);
        var before = ticket.urgency.classificationId() == null
                ? null
                : unit.classification(ticket.urgency.classificationId()).orElse(null);
        promise(ticket, unit, promises.of(ticket, unit, chosen));
        ticket.active(ledger.now());
        ledger.record(act, EventType.CLASSIFICATION_CHANGED, before == null ? null : before.key(), chosen.key());
    }

    /** What is promised to that priority is counted from the creation too. */
    void prioritise(Act act, Priority priority) {
        var ticket = act.ticket();
        if (priority == ticket.urgency.priority()) {
            return;
        }
        ledger.record(act, EventType.PRIORITY_CHANGED, ticket.urgency.priority().name(), priority.name());
        var unit = units.get(ticket.unitId);
        promise(ticket, unit, promises.of(ticket, unit, priority));
        ticket.active(ledger.now());
    }

    private void promise(Ticket ticket, BusinessUnit unit, Promise promise) {
        ticket.promise(promise, ledger.now());
        clocks.promise(ticket, unit, promise);
    }

    void move(Act act, String key) {
        var ticket = act.ticket();
        var target = sectors.get(key);
        if (target.id() == ticket.sectorId) {
            return;
        }
        var before = sectors.get(ticket.sectorId);
        ticket.move(target, ledger.now());
        ledger.record(act, EventType.SECTOR_CHANGED, before.key(), target.key());
    }

    void copy(Act act, List<String> addresses) {
        var ticket = act.ticket();
        ticket.copyTo(Ledger.cc(addresses, Ledger.MOST_CC_IN_ALL), ledger.now());
        ledger.record(act, EventType.CC_CHANGED, null, String.join(", ", ticket.cc));
    }

    void tag(Act act, List<String> typed) {
        var ticket = act.ticket();
        ticket.tag(tags(typed), ledger.now());
        ledger.record(act, EventType.TAGS_CHANGED, null, String.join(", ", ticket.tags));
    }

    private static List<String> tags(List<String> typed) {
        var tags = typed.stream()
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        if (tags.size() > MOST_TAGS || tags.stream().anyMatch(tag -> tag.length() > LONGEST_TAG)) {
            throw RuleViolation.of("tags", "tickets.tags.many");
        }
        return tags;
    }
}
