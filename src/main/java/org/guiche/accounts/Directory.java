package org.guiche.accounts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;
import org.guiche.shared.Page;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** The directory of people, in the order of their names: all of it for administrators, the own companies for their managers (S1-18). */
@Stateless
public class Directory {

    @Inject
    DirectoryReader reader;

    @Inject
    Clock clock;

    @EJB
    AccessLog access;

    /**
     * One page of those who are looked for, in one statement.
     *
     * @param cursor where the page before ended; null for the first
     * @throws AccessDenied for who neither administers nor manages
     * @throws NotFound for a group that a manager does not manage
     */
    public Page<PersonEntry> find(PersonSearch search, int limit, @Nullable String cursor, Person actor) {
        var scope = scope(search.groups(), actor);
        var query = PeopleQuery.page(search.in(scope), limit, cursor == null ? null : after(cursor), clock.instant());
        var rows = reader.read(query).stream()
                .map(entry -> actor.isAdministrator() ? entry : entry.within(scope))
                .toList();
        var more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        access.readAll(actor, shown.stream().map(PersonEntry::id).toList(), AccessKind.LIST);
        return new Page<>(shown, more ? cursor(rows.get(limit - 1).id()) : null);
    }

    /**
     * One of them, whether or not the person may act.
     *
     * @throws NotFound for who is not there, or not of a company that the asking person manages
     */
    public PersonEntry get(long id, Person actor) {
        var scope = scope(Set.of(), actor);
        access.read(actor, id, AccessKind.PERSON);
        return reader.one(id).stream()
                .map(entry -> actor.isAdministrator() ? entry : entry.within(scope))
                .filter(entry -> actor.isAdministrator() || !entry.memberships().isEmpty())
                .findFirst()
                .orElseThrow(() -> new NotFound("accounts.person.not-found"));
    }

    /** The groups that may be looked into: those that are asked for; for administrators, where none is, all, which is none in particular. */
    private static Set<Long> scope(Set<Long> asked, Person actor) {
        if (actor.isAdministrator()) {
            return asked;
        }
        if (!actor.isManager()) {
            throw new AccessDenied("accounts.people.administrators-only");
        }
        asked.forEach(group -> PeopleAccess.requireManager(actor, group));
        return asked.isEmpty()
                ? actor.wholeGroups().stream()
                        .filter(group -> PeopleAccess.manages(actor, group))
                        .collect(Collectors.toUnmodifiableSet())
                : asked;
    }

    /** Holds no name: it stands in addresses. */
    private static String cursor(long id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("p " + id).getBytes(StandardCharsets.UTF_8));
    }

    private static long after(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (!text.startsWith("p ")) {
                throw new IllegalArgumentException(text);
            }
            return Long.parseLong(text.substring(2));
        } catch (IllegalArgumentException e) {
            throw RuleViolation.of("cursor", "shared.cursor.invalid");
        }
    }
}
