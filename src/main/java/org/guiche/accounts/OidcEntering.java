package org.guiche.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.guiche.accounts.OidcArrival.Entered;
import org.guiche.accounts.OidcLogins.Arrival;
import org.jspecify.annotations.Nullable;

/** Lets somebody in whom the provider vouched for, as with a password. */
@Dependent
class OidcEntering {

    @Inject
    Entrances entrances;

    @Inject
    FactorRows factors;

    /**
     * In. The one place that decides whether our own second factor is still to be asked: not where the provider saw one ({@code amr}
     * says so), nor where the operator trusts it to.
     */
    Entered entered(SignedIn signedIn, Arrival arrival, @Nullable String device) {
        var id = signedIn.person().id();
        var known = device != null && entrances.knows(device, id) ? device : null;
        var claims = arrival.claims();
        if (!claims.strong() && !Oidc.settings().trusted() && factors.asks(id, known)) {
            return new Entered(new SignInResult.CodeNeeded(id, signedIn.epoch()), claims.hint(), arrival.next());
        }
        var token = entrances.arrive(id, signedIn.epoch(), known);
        var accepted = new SignInResult.Accepted(signedIn.person(), signedIn.epoch(), token);
        return new Entered(accepted, claims.hint(), arrival.next());
    }
}
