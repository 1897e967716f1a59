package org.guiche.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The provider of this installation, made when somebody first signs in through it. */
@ApplicationScoped
class OidcConnection {

    @Inject
    Clock clock;

    private @Nullable OidcClient client;

    synchronized OidcClient client() {
        var known = client;
        if (known == null) {
            var settings = OidcSettings.present().orElseThrow();
            known = new OidcClient(settings, clock);
            client = known;
        }
        return known;
    }
}
