package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.guiche.accounts.OidcArrival.Entered;
import org.guiche.accounts.OidcPeople.Linked;
import org.guiche.accounts.OidcQuestion.Kind;
import org.guiche.shared.Email;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * The first time somebody comes from a provider: whose account it is, which nobody says but that person (ADR 31). What is asked and answered
 * counts in the browser that came from the provider and in no other.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OidcConfirmations {

    @Inject
    OidcLogins logins;

    @Inject
    OidcPeople people;

    @Inject
    OidcQuestions questions;

    @Inject
    OidcEntering entering;

    @Inject
    OwnPassword own;

    @Inject
    Throttle throttle;

    /** What whoever came in that browser has to confirm; nothing where nobody came, or too long ago. */
    public Optional<OidcQuestion> question(String browser) {
        return logins.arrival(browser)
                .map(arrival -> questions.ask(arrival, Oidc.settings()).question());
    }

    /** The mail with that secret was opened: where it was asked for in that browser, its address is the person's. */
    public void prove(String browser, String secret) {
        logins.prove(browser, secret);
    }

    /**
     * Sends the mail that proves an address: the account's own, or, where there is none, the one that is typed. Three at most to one in a
     * while.
     *
     * @throws RuleViolation for what is no address, and after too many
     */
    public void mail(String browser, String typed, ClientAddress address) {
        var question = question(browser).orElseThrow(OidcConfirmations::nobody);
        var arrival = logins.arrival(browser).orElseThrow(OidcConfirmations::nobody);
        var match = questions.ask(arrival, Oidc.settings()).match();
        if (question.kind() != Kind.MAIL && question.kind() != Kind.ADDRESS) {
            throw nobody();
        }
        var email = match == null ? Email.of(typed) : new Email(match.email());
        requireFew(email, address);
        people.prove(browser, email);
    }

    /** Counted together with the other mails to that address. */
    private void requireFew(Email email, ClientAddress address) {
        var keys = List.of(
                AccountRequests.mailTo(email.address()),
                new Throttle.Key("mail from " + address.network(), AccountRequests.PER_ADDRESS));
        if (!throttle.allows(keys)) {
            throw new RuleViolation("accounts.signin.throttled", Throttle.WINDOW.toMinutes());
        }
    }

    private static OidcRefused nobody() {
        return new OidcRefused(OidcRefusal.STALE, "nobody arrived");
    }

    /**
     * The person confirms that the account is hers or his: from now on the provider lets in there.
     *
     * @param password of that account, where it has one
     * @throws RuleViolation for a password that is not right, and after too many
     */
    public Entered link(String browser, String password, @Nullable String device) {
        var arrival = logins.arrival(browser).orElseThrow(OidcConfirmations::nobody);
        var match = questions.ask(arrival, Oidc.settings()).match();
        var confirmedBy = 0L;
        if (match != null && match.hasPassword()) {
            own.require(people.person(match.personId()), password);
            confirmedBy = match.personId();
        }
        return entered(people.link(browser, confirmedBy, Oidc.settings()), device);
    }

    /** Makes the account, with that name. Refuses a blank or an endless one beside its field. */
    public Entered create(String browser, String name, @Nullable String device) {
        return entered(people.create(browser, name, Oidc.settings()), device);
    }

    private Entered entered(Linked linked, @Nullable String device) {
        return entering.entered(linked.signedIn(), linked.arrival(), device);
    }
}
