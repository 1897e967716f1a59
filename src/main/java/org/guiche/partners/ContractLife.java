package org.guiche.partners;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.guiche.accounts.Person;
import org.guiche.attachments.Attachments;
import org.guiche.partners.PartnerMail.Kind;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.jspecify.annotations.Nullable;

/**
 * What administrators decide about contracts (S0-25). Each step is one transaction: the contract, the terms of its general user that
 * follow, the line of the audit trail with who, when and why, and the mails. Of two at once one waits, and is told that there was another:
 * {@link StaleVersion} where it says what it saw, else what the contract is by now.
 *
 * <p>All of it refuses whoever is no administrator ({@link AccessDenied}) and contracts that there are not ({@link NotFound}).
 */
@Stateless
public class ContractLife {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Decisions decisions;

    @Inject
    Grants grants;

    @Inject
    ContractLedger ledger;

    @Inject
    ContractNews news;

    @Inject
    Documents documents;

    @Inject
    Attachments attachments;

    /** A contract that an administrator writes down, to be decided about; the PDF is an upload of that person's. */
    public ContractDetails request(long partnerId, UUID document, Person by) {
        Administrators.require(by);
        grants.lock(partnerId);
        var file = attachments.claim(List.of(document), by).get(0);
        var contract = Contract.request(partnerId, by.id(), clock.instant());
        em.persist(contract);
        em.flush();
        documents.attach(contract.id(), file, by.id());
        ledger.begun(contract, by);
        return details(contract);
    }

    /** From its first day until its last one it is in force. Refuses days that are over, and a contract that is decided about. */
    public ContractDetails approve(Step step, Span span) {
        var contract = take(step, "partners.audit.approved", (one, now) -> one.approve(span, step.by(), now));
        news.requester(contract.id(), Kind.APPROVED, ledger.partner(contract.partnerId()), ledger.day(span.endsOn()));
        return contract;
    }

    /** Nothing comes of it; whoever asked is told why. */
    public ContractDetails refuse(Step step, String reason) {
        var why = Administrators.reason(reason);
        var contract = take(step, "partners.audit.refused", (one, now) -> one.refuse(why, step.by(), now));
        news.requester(contract.id(), Kind.REFUSED, ledger.partner(contract.partnerId()), why);
        return contract;
    }

    /** What it entitles to ends at once, until it is resumed. */
    public ContractDetails suspend(Step step, String reason) {
        var why = Administrators.reason(reason);
        var contract = take(step, "partners.audit.suspended", (one, now) -> one.suspend(why, step.by(), now));
        return told(contract, Kind.SUSPENDED, why);
    }

    /** It goes on, with the days that it has. */
    public ContractDetails resume(Step step) {
        var contract = take(step, "partners.audit.resumed", (one, now) -> one.resume(step.by(), now));
        return told(contract, Kind.RESUMED, "");
    }

    /** What it entitles to ends at once, for good. Other contracts of the partner stay as they are. */
    public ContractDetails revoke(Step step, String reason) {
        var why = Administrators.reason(reason);
        var contract = take(step, "partners.audit.revoked", (one, now) -> one.revoke(why, step.by(), now));
        return told(contract, Kind.REVOKED, why);
    }

    /**
     * Another contract goes on where this one ends, without a moment in between.
     *
     * @return the new one
     * @throws RuleViolation for one that leaves days without, that ends no later, and where this one is not approved
     */
    public ContractDetails renew(Step step, Renewal renewal) {
        var contract = decisions.begin(step);
        var span = span(contract, renewal);
        var next = contract.renewal(span, step.by(), clock.instant());
        em.persist(next);
        em.lock(contract, LockModeType.OPTIMISTIC_FORCE_INCREMENT); // of two renewals at once, one is
        em.flush();
        attach(contract, next, renewal.document(), step.by());
        grants.settle(next.partnerId());
        var details = details(next);
        ledger.renewed(details(contract), details, step.by());
        return told(details, Kind.RENEWED, ledger.day(span.endsOn()));
    }

    private Span span(Contract contract, Renewal renewal) {
        var today = Span.day(clock.instant());
        var before = contract.span();
        var follows = before == null ? today : before.endsOn().plusDays(1);
        var latest = follows.isBefore(today) ? today : follows;
        var startsOn = renewal.startsOn() == null ? latest : renewal.startsOn();
        if (startsOn.isAfter(latest)) {
            throw RuleViolation.of("startsOn", "partners.span.gap", ledger.day(latest));
        }
        var span = new Span(startsOn, renewal.endsOn());
        if (before != null && !span.endsOn().isAfter(before.endsOn())) {
            throw RuleViolation.of("endsOn", "partners.span.no-later", ledger.day(before.endsOn()));
        }
        return span;
    }

    private void attach(Contract before, Contract next, @Nullable UUID document, Person by) {
        if (document != null) {
            documents.attach(next.id(), attachments.claim(List.of(document), by).get(0), by.id());
        } else {
            documents.of(before.id()).ifPresent(same -> documents.attach(next.id(), same.file(), by.id()));
        }
    }

    /** Another PDF takes the place of the contract's; the one before stays kept. */
    public ContractDetails replaceDocument(Step step, UUID document) {
        var contract = decisions.begin(step);
        documents.attach(
                contract.id(),
                attachments.claim(List.of(document), step.by()).get(0),
                step.by().id());
        em.lock(contract, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        em.flush();
        ledger.documented(contract, step.by());
        return details(contract);
    }

    private ContractDetails take(Step step, String act, BiConsumer<Contract, Instant> verb) {
        var contract = decisions.begin(step);
        var before = details(contract);
        verb.accept(contract, clock.instant());
        em.flush();
        grants.settle(contract.partnerId());
        var after = details(contract);
        ledger.stepped(step.by(), act, before, after);
        return after;
    }

    private ContractDetails told(ContractDetails contract, Kind kind, String word) {
        news.user(contract.partnerId(), kind, ledger.partner(contract.partnerId()), word);
        return contract;
    }

    private ContractDetails details(Contract contract) {
        return contract.details(today());
    }

    private LocalDate today() {
        return Span.day(clock.instant());
    }
}
