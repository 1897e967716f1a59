package org.guiche.partners.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.guiche.accounts.People;
import org.guiche.attachments.StoredFile;
import org.guiche.partners.AccessDetails;
import org.guiche.partners.AskedAccess;
import org.guiche.partners.ContractDetails;
import org.guiche.partners.ContractDocument;
import org.guiche.partners.ContractState;
import org.guiche.partners.Contracts;
import org.guiche.partners.Partners;
import org.guiche.partners.Signature;
import org.guiche.shared.NotFound;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** The contracts of a partner, as the page shows them, with what may be decided about each. */
@Named
@RequestScoped
public class ContractCards {

    @Inject
    PartnerPlace place;

    @Inject
    Partners partners;

    @Inject
    Contracts contracts;

    @Inject
    AskedAccess asked;

    @Inject
    People people;

    private @Nullable List<Card> cards;

    /**
     * A contract as it is shown.
     *
     * @param request who asked for it; null where an administrator wrote it down
     */
    public record Card(
            long id,
            int version,
            String state,
            String tone,
            String days,
            String decided,
            @Nullable String reason,
            @Nullable StoredFile file,
            String fileDetail,
            @Nullable AccessDetails request,
            List<String> acts) {}

    /** All of the partner's. Refuses where the page is about one that is not among them. */
    public List<Card> getAll() {
        var known = cards;
        if (known == null) {
            var contracts = partners.contracts(place.getId(), place.me());
            var asked = place.getContract();
            if (asked != 0 && contracts.stream().noneMatch(one -> one.id() == asked)) {
                throw new NotFound("partners.contract.not-found");
            }
            known = contracts.stream().map(this::card).toList();
            cards = known;
        }
        return known;
    }

    private Card card(ContractDetails one) {
        var document = contracts.document(one.id(), place.me()).orElse(null);
        return new Card(
                one.id(),
                one.version(),
                Texts.get("partners.state." + one.state().name().toLowerCase(Locale.ROOT)),
                tone(one.state()),
                one.startsOn() == null
                        ? Texts.get("partners.contract.no-days")
                        : Texts.get(
                                "partners.contract.days",
                                PartnerWords.day(one.startsOn()),
                                PartnerWords.day(one.endsOn())),
                decided(one),
                one.reason(),
                document == null ? null : document.file(),
                document == null ? "" : detail(document),
                asked.of(one.id(), place.me()).orElse(null),
                acts(one.state()));
    }

    private static String tone(ContractState state) {
        return switch (state) {
            case IN_FORCE -> "ok";
            case REQUESTED, FUTURE -> "brand";
            case SUSPENDED -> "warn";
            case EXPIRED, REVOKED, REFUSED -> "danger";
        };
    }

    private String decided(ContractDetails one) {
        var who = one.decidedBy() == null ? "" : people.name(one.decidedBy());
        return one.decidedAt() == null
                ? Texts.get("partners.contract.undecided")
                : who.isEmpty()
                        ? PartnerWords.day(one.decidedAt())
                        : Texts.get("partners.contract.decided", who, PartnerWords.day(one.decidedAt()));
    }

    private static String detail(ContractDocument document) {
        var signature = document.signature() == Signature.PRESENT
                ? "partners.signature.present"
                : document.signature() == Signature.ABSENT
                        ? "partners.signature.absent"
                        : "partners.signature.unreadable";
        return Texts.get("partners.contract.file", document.file().detail(), Texts.get(signature));
    }

    private static List<String> acts(ContractState state) {
        return switch (state) {
            case REQUESTED -> List.of("approve", "refuse", "replace");
            case IN_FORCE, FUTURE -> List.of("renew", "suspend", "revoke", "replace");
            case EXPIRED -> List.of("renew");
            case SUSPENDED -> List.of("resume", "revoke", "replace");
            case REFUSED, REVOKED -> List.of();
        };
    }
}
