package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.guiche.shared.Email;
import org.guiche.shared.RuleViolation;

/**
 * Another address for an account: asked for with the password, confirmed at the new and at the old one, each by a link that is good once and
 * for a day. Whoever asks learns nothing about whose the new address is: that is said there, and nowhere else. No transaction spans it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EmailChanges {

    static final int PER_PERSON = 5;

    @Inject
    OwnPassword own;

    @Inject
    Throttle throttle;

    @Inject
    MailedLinks links;

    @Inject
    EmailRows rows;

    /**
     * A change that was asked for.
     *
     * @param wanted the address that the account is to have
     * @param isNewConfirmed whether that address has confirmed it
     * @param isOldConfirmed whether the one of so far has
     */
    public record Asked(Email wanted, boolean isNewConfirmed, boolean isOldConfirmed) {}

    /**
     * Asks for it: a link goes to each address.
     *
     * @throws RuleViolation for another's password, what is no address or is the same one, and after too many in a while
     */
    public void ask(Person person, String present, String typed) {
        own.require(person, present);
        if (!Email.looksLike(typed)) {
            throw RuleViolation.of("email", "shared.email.invalid", typed);
        }
        var wanted = Email.of(typed);
        if (wanted.address().equals(person.email())) {
            throw RuleViolation.of("email", "accounts.email.same");
        }
        if (!throttle.allows(List.of(
                new Throttle.Key("email of " + person.id(), PER_PERSON), AccountRequests.mailTo(wanted.address())))) {
            throw new RuleViolation("accounts.signin.throttled", Throttle.WINDOW.toMinutes());
        }
        rows.ask(person.id(), wanted);
    }

    /** What the person has asked for and is not done yet. */
    public Optional<Asked> asked(Person person) {
        var left = links.unconfirmed(person.id());
        return left.values().stream()
                .findFirst()
                .map(wanted -> new Asked(
                        wanted, !left.containsKey(LinkPurpose.EMAIL_NEW), !left.containsKey(LinkPurpose.EMAIL_OLD)));
    }

    /** The address that a link confirms; nothing where it is good for nothing. Looking does not use it up. */
    public Optional<Email> look(String secret) {
        return links.find(secret).map(MailedLinks.MailedLink::email);
    }

    /**
     * Confirms it. With the second of both links the account has the other address: all sessions but the one that confirms end, and the
     * former address is told.
     *
     * @param handle of the session of whoever confirms; empty for none
     * @return whether it is done; otherwise the other address has still to confirm
     * @throws RuleViolation for a link that is good for nothing, an address taken meanwhile, and too many tries from one network
     */
    public boolean confirm(String secret, String handle, ClientAddress address) {
        if (!throttle.allows(List.of(new Throttle.Key("link " + address.network(), Credentials.PER_ADDRESS)))) {
            throw new RuleViolation("accounts.signin.throttled", Throttle.WINDOW.toMinutes());
        }
        return rows.confirm(secret, handle);
    }
}
