package org.guiche.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.guiche.accounts.OidcIdentities.Match;
import org.guiche.accounts.OidcLogins.Arrival;
import org.guiche.accounts.OidcQuestion.Kind;
import org.jspecify.annotations.Nullable;

/** What somebody has to confirm whom the provider sent and nobody knows. Only claims that were found to be true count. */
@Dependent
class OidcQuestions {

    @Inject
    OidcIdentities identities;

    /** What an arrival comes to: the question, and whom it is about. */
    record Asked(OidcQuestion question, @Nullable Match match) {}

    /** What the person has to do. */
    Asked ask(Arrival arrival, OidcSettings settings) {
        var claims = arrival.claims();
        var told = claims.verifiedEmail();
        var matches = identities.matches(claims.cpf(), told, arrival.proved());
        if (matches.size() > 1) {
            return new Asked(OidcQuestion.none(OidcRefusal.CONFLICT), null);
        }
        if (matches.isEmpty()) {
            return new Asked(ofStranger(arrival, settings), null);
        }
        var match = matches.get(0);
        return match.active()
                ? new Asked(ofKnown(arrival, match), match)
                : new Asked(OidcQuestion.none(OidcRefusal.CLOSED), match);
    }

    private static OidcQuestion ofKnown(Arrival arrival, Match match) {
        var proved = arrival.proved() != null && arrival.proved().address().equals(match.email());
        var kind = match.hasPassword() ? Kind.PASSWORD : proved ? Kind.CONFIRM : Kind.MAIL;
        var told = arrival.claims().verifiedEmail();
        var same = proved || (told != null && told.address().equals(match.email()));
        return new OidcQuestion(kind, arrival.claims().name(), same ? match.email() : masked(match.email()), null);
    }

    /** {@code a•••@jatoba.example}: enough to know which mailbox to look into. */
    private static String masked(String email) {
        return email.charAt(0) + "•••" + email.substring(email.indexOf('@'));
    }

    private static OidcQuestion ofStranger(Arrival arrival, OidcSettings settings) {
        var claims = arrival.claims();
        var email = arrival.ownEmail();
        if (email == null) {
            var said = claims.email();
            return new OidcQuestion(Kind.ADDRESS, claims.name(), said == null ? "" : said.address(), null);
        }
        if (!settings.creates()) {
            return OidcQuestion.none(OidcRefusal.UNKNOWN);
        }
        return settings.admits(email)
                ? new OidcQuestion(Kind.CREATE, claims.name(), email.address(), null)
                : OidcQuestion.none(OidcRefusal.DOMAIN);
    }
}
