package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guiche.accounts.OidcClient.Marks;
import org.guiche.accounts.OidcLogins.Arrival;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * Signs people in through an OpenID Connect provider (ADR 31). Whatever is refused is an {@link OidcRefused}. No transaction spans it:
 * whoever waits for the provider holds no connection meanwhile.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Oidc {

    private static final Logger LOG = Logger.getLogger(Oidc.class.getName());
    static final int PER_ADDRESS = 200;

    @Inject
    OidcConnection provider;

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

    /** Whether anybody signs in that way here. */
    public static boolean isOn() {
        return OidcSettings.present().isPresent();
    }

    /** What the button says; empty without one. */
    public static String label() {
        return OidcSettings.present().map(OidcSettings::label).orElse("");
    }

    static OidcSettings settings() {
        return OidcSettings.present().orElseThrow();
    }

    /** Something that only one browser knows. */
    public static String newBrowser() {
        return Secrets.random();
    }

    /**
     * Begins a sign-in in that browser.
     *
     * @param next where to go once somebody is in: a path of ours
     * @return where the provider asks the person
     */
    public URI begin(String next, String browser, ClientAddress address) {
        if (!throttle.allows(List.of(new Throttle.Key("provider " + address.network(), PER_ADDRESS)))) {
            throw new OidcRefused(OidcRefusal.THROTTLED, "too many from " + address.network());
        }
        var marks = Marks.random();
        var target = provider.client().askAt(marks);
        logins.begin(marks, browser, next);
        return target;
    }

    /**
     * Ends it with what the browser brings back; what it was begun with is good for nothing more.
     *
     * @param device what an earlier sign-in left on the device, if anything
     */
    public OidcArrival arrive(OidcAnswer answer, String browser, ClientAddress address, @Nullable String device) {
        try {
            var arrival = arrived(answer, browser, device);
            log(Level.INFO, arrival.getClass().getSimpleName(), address);
            return arrival;
        } catch (OidcRefused e) {
            log(Level.WARNING, e.why() + " (" + e.getMessage() + ")", address);
            throw e;
        }
    }

    private static void log(Level level, String how, ClientAddress address) {
        LOG.log(level, () -> "sign-in by the provider: " + how + " from " + address.network());
    }

    private OidcArrival arrived(OidcAnswer answer, String browser, @Nullable String device) {
        var begun = logins.end(answer.state(), browser)
                .orElseThrow(() -> new OidcRefused(OidcRefusal.STALE, "begun elsewhere, used, or too old"));
        var settings = settings();
        if (answer.issuer() != null && !settings.isIssuer(answer.issuer())) {
            throw new OidcRefused(OidcRefusal.INVALID, "the answer is another provider's");
        }
        if (answer.code() == null || answer.code().isBlank()) {
            throw new OidcRefused(OidcRefusal.DENIED, "the provider said no");
        }
        var claims = provider.client().redeem(answer.code(), begun.nonce(), begun.verifier());
        requireDomain(claims, settings);
        var known = people.enter(claims, settings);
        if (known.isPresent()) {
            return entering.entered(known.get(), new Arrival(claims, begun.next(), null), device);
        }
        return keep(browser, new Arrival(claims, begun.next(), null));
    }

    private static void requireDomain(OidcClaims claims, OidcSettings settings) {
        var email = claims.email();
        if (!settings.domains().isEmpty() && (email == null || !settings.admits(email))) {
            throw new OidcRefused(OidcRefusal.DOMAIN, "an address of another domain");
        }
    }

    private OidcArrival keep(String browser, Arrival arrival) {
        var refusal = questions.ask(arrival, settings()).question().refusal();
        if (refusal != null) {
            throw new OidcRefused(refusal, "nobody to be linked or made");
        }
        logins.keep(browser, arrival.claims(), arrival.next());
        return new OidcArrival.Stranger();
    }

    /** The accounts at providers by which that person signs in. */
    public List<LinkedIdentity> of(Person person) {
        return people.of(person);
    }

    /**
     * Takes one back, which the person confirms with the password.
     *
     * @throws RuleViolation for a password that is not right, for whoever has none and would have no way in, and after too many tries
     */
    public void unlink(Person person, LinkedIdentity identity, String password) {
        if (!people.hasPassword(person)) {
            throw new RuleViolation("accounts.linked.only");
        }
        own.require(person, password);
        people.unlink(person, identity);
    }

    /** Where the provider ends its own session, if it has such a place. */
    public Optional<URI> leave(String hint) {
        return provider.client().leaveAt(hint);
    }
}
