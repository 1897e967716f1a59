package org.guiche.matrix;

import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.guiche.support.Api;
import org.guiche.support.Site;

/** Whoever may come: one person for each role that there is, in a world of their own ({@link World}). */
enum Cast {
    /** Not signed in. */
    VISITOR,
    /** A requester of company A. */
    REQUESTER,
    /** Another one of the same company. */
    COLLEAGUE,
    /** Who manages company A. */
    MANAGER,
    /** Who manages company B, a client of the same partner. */
    CLIENT,
    /** A requester of company C, whom another partner serves. */
    STRANGER,
    /** A general user of the partner of A and B. */
    PARTNER,
    /** The partner of C. */
    RIVAL,
    /** A requester of company A who is a general user of the partner, too. */
    BOTH,
    /** Somebody of no group at all. */
    NEWCOMER,
    N1,
    /** An agent of another sector. */
    N2,
    /** An agent of no sector, to whom the unit Loja is delegated. */
    DELEGATE,
    /** An agent who supervises one sector, Financeiro, and no other. */
    CHIEF,
    SUPERVISOR,
    ADMINISTRATOR,
    /** The data officer. */
    OFFICER;

    private static final Map<Cast, Site> SITES = new ConcurrentHashMap<>();
    private static final List<Cast> STAFF = List.of(N1, N2, DELEGATE, CHIEF, SUPERVISOR, ADMINISTRATOR, OFFICER);

    String email() {
        return switch (this) {
            case N1 -> "rafael@guiche.example";
            case N2 -> "igor@guiche.example";
            case CHIEF -> "otavio@guiche.example";
            case SUPERVISOR -> "talita@guiche.example";
            case ADMINISTRATOR -> "admin@guiche.example";
            default -> name().toLowerCase(Locale.ROOT) + "@muros.example";
        };
    }

    boolean isStaff() {
        return STAFF.contains(this);
    }

    static List<Cast> signedIn() {
        return Arrays.stream(values()).filter(one -> one != VISITOR).toList();
    }

    /** The API as this one calls it. */
    Api api(URL home) {
        return this == VISITOR ? Api.at(home) : Api.at(home).as(email());
    }

    /** The pages as this one sees them, in one session for all tests. */
    Site site(URL home) {
        return this == VISITOR
                ? Site.at(home)
                : SITES.computeIfAbsent(this, one -> Site.at(home).as(one.email()));
    }
}
