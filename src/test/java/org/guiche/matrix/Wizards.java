package org.guiche.matrix;

import java.net.URL;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The steps of the wizard as they are for somebody who has begun a ticket: each with everything that it can ask. */
final class Wizards {

    private static final Set<String> STEPS = Set.of("/tickets/open", "/tickets/contact", "/tickets/classification");

    private static final Map<Cast, Owner> WRITERS = new EnumMap<>(
            Map.of(Cast.REQUESTER, Owner.REQUESTER, Cast.PARTNER, Owner.PARTNER, Cast.SUPERVISOR, Owner.REQUESTER));

    private final URL home;

    Wizards(URL home) {
        this.home = home;
    }

    /** Begins a ticket for a partner, a requester and one of the staff, and looks at it. */
    List<Visit> visits() {
        var world = World.at(home);
        WRITERS.forEach(Wizards::begin);
        return Page.all().stream()
                .filter(page -> STEPS.contains(page.path()))
                .flatMap(page -> WRITERS.keySet().stream().map(writer -> visit(page, writer, world)))
                .toList();
    }

    private Visit visit(Page page, Cast writer, World world) {
        var owner = WRITERS.getOrDefault(writer, Owner.REQUESTER);
        return Visit.to(page, writer, owner, world.things(owner), home);
    }

    private static void begin(Cast writer, Owner owner) {
        end(writer);
        Rows.of(
                "insert into tickets_draft (id, version, person_id, content, created_at, updated_at) values (?, 1, ?, ?::jsonb, now(), now())",
                UUID.randomUUID(),
                Long.parseLong(World.personId(writer)),
                """
                {"unit":"loja","onBehalfOf":"%s","subject":"Muros","description":"O frete não soma.","answers":{"pedido":"88121"},
                "subjectParts":{},"attachments":[],"cc":[]}""".formatted(World.company(owner)));
    }

    /** Leaves nothing begun. */
    static void end() {
        WRITERS.keySet().forEach(Wizards::end);
    }

    private static void end(Cast writer) {
        Rows.of(
                "delete from tickets_draft where person_id = ? and ticket_id is null",
                Long.parseLong(World.personId(writer)));
    }
}
