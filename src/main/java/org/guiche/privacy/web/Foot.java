package org.guiche.privacy.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.guiche.privacy.Encarregado;
import org.guiche.privacy.Encarregados;
import org.jspecify.annotations.Nullable;

/** Who answers for personal data, for the foot of every page: looked up once a minute, not once a page. */
@Named
@ApplicationScoped
public class Foot {

    private static final Duration KNOWN = Duration.ofMinutes(1);

    @EJB
    Encarregados encarregados;

    @Inject
    Clock clock;

    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    private record Known(Encarregado named, Instant until) {}

    /** Who it is. */
    public Encarregado getNamed() {
        var now = clock.instant();
        var last = known.get();
        if (last == null || now.isAfter(last.until())) {
            last = new Known(encarregados.get(), now.plus(KNOWN));
            known.set(last);
        }
        return last.named();
    }

    /** Looks it up again at the next page. */
    public void forget() {
        known.set(null);
    }
}
