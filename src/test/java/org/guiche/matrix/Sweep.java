package org.guiche.matrix;

import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Everybody went everywhere, once for all tests. */
final class Sweep {

    private static final List<Visit> VISITS = new ArrayList<>();

    private Sweep() {}

    static synchronized List<Visit> visits(URL home) {
        if (VISITS.isEmpty()) {
            var world = World.at(home);
            Arrays.stream(Owner.values()).forEach(world::things);
            Cast.signedIn().forEach(one -> one.site(home));
            // whoever told a story before may have left a request half written, and with it pages and fields that
            // nobody else has
            Rows.of("delete from tickets_draft where ticket_id is null");
            var pages = Page.all().stream().filter(Page::isVisited).toList();
            VISITS.addAll(AtOnce.all(pages, page -> visit(page, home)).stream()
                    .flatMap(List::stream)
                    .toList());
        }
        return VISITS;
    }

    /** Whom it is not for comes first: what somebody takes away is no longer there for the others. */
    private static List<Visit> visit(Page page, URL home) {
        var visits = new ArrayList<Visit>();
        for (var refused : List.of(true, false)) {
            for (var role : Cast.values()) {
                for (var owner : page.door().owners()) {
                    if (page.door().refusal(role, owner).isPresent() == refused) {
                        visits.add(Visit.to(page, role, owner, World.at(home).things(owner), home));
                    }
                }
            }
        }
        return visits;
    }
}
