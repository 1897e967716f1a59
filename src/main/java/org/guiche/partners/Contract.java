package org.guiche.partners;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.guiche.accounts.Person;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** A partner's contract, from the request to its end. What its general user may do lasts as long as it is approved and its days last. */
@Entity
@Table(name = "partners_contract")
class Contract {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    @Column(name = "partner_id")
    private long partnerId;

    @Enumerated(EnumType.STRING)
    private ContractStatus status;

    @Column(name = "starts_on")
    private @Nullable LocalDate startsOn;

    @Column(name = "ends_on")
    private @Nullable LocalDate endsOn;

    @Column(name = "requested_at")
    private @Nullable Instant requestedAt;

    @Column(name = "requested_by")
    private @Nullable Long requestedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "decided_by")
    private @Nullable Long decidedBy;

    private @Nullable String reason;
    private @Nullable Long renews;

    protected Contract() {}

    static Contract request(long partnerId, @Nullable Long by, Instant now) {
        var contract = new Contract();
        contract.partnerId = partnerId;
        contract.status = ContractStatus.REQUESTED;
        contract.requestedAt = now;
        contract.requestedBy = by;
        return contract;
    }

    /** Goes on where this one ends, decided by the same step. */
    Contract renewal(Span span, Person by, Instant now) {
        if (status != ContractStatus.APPROVED) {
            throw refusal();
        }
        var next = request(partnerId, by.id() == 0 ? null : by.id(), now);
        next.renews = id;
        next.approve(span, by, now);
        return next;
    }

    void approve(Span span, Person by, Instant now) {
        if (span.endsOn().isBefore(Span.day(now))) {
            throw RuleViolation.of("endsOn", "partners.span.over");
        }
        if (status != ContractStatus.REQUESTED) { // a suspended one is resumed, with the days that it has
            throw refusal();
        }
        sign(span, by, now);
    }

    /** The same whenever its days were, as for what was signed before it was written down here. */
    void sign(Span span, Person by, Instant now) {
        become(ContractStatus.APPROVED, by, now);
        startsOn = span.startsOn();
        endsOn = span.endsOn();
    }

    void refuse(String why, Person by, Instant now) {
        become(ContractStatus.REFUSED, by, now);
        reason = why;
    }

    void suspend(String why, Person by, Instant now) {
        become(ContractStatus.SUSPENDED, by, now);
        reason = why;
    }

    void resume(Person by, Instant now) {
        if (status != ContractStatus.SUSPENDED) {
            throw refusal();
        }
        become(ContractStatus.APPROVED, by, now);
    }

    void revoke(String why, Person by, Instant now) {
        become(ContractStatus.REVOKED, by, now);
        reason = why;
    }

    private void become(ContractStatus target, Person by, Instant now) {
        if (!status.canBecome(target)) {
            throw refusal();
        }
        status = target;
        decidedAt = now;
        decidedBy = by.id() == 0 ? null : by.id(); // 0: the installation itself
        reason = null;
    }

    private RuleViolation refusal() {
        return new RuleViolation(
                "partners.contract.cannot",
                Texts.get("partners.status." + status.name().toLowerCase(Locale.ROOT)));
    }

    long id() {
        return id;
    }

    int version() {
        return version;
    }

    long partnerId() {
        return partnerId;
    }

    @Nullable
    Span span() {
        return startsOn == null || endsOn == null ? null : new Span(startsOn, endsOn);
    }

    ContractDetails details(LocalDate today) {
        var span = span();
        var shown = span == null ? new Span(today, today) : span;
        return new ContractDetails(
                id,
                version,
                partnerId,
                status,
                ContractState.of(status, shown, today),
                startsOn,
                endsOn,
                requestedAt,
                requestedBy,
                decidedAt,
                decidedBy,
                reason,
                renews);
    }
}
