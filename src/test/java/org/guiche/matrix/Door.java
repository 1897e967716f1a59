package org.guiche.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom something is for, as the tables say it in a word: {@code WORK}, {@code STAFF 404}. One more kind of thing (whose contract,
 * whose request) is one more word here, with its own table beside {@code walls.txt}.
 */
record Door(String words) {

    private static final Set<String> BY_TICKET =
            Set.of("READ", "FOLLOW", "SAY", "WORK", "NOTES", "ASKER", "OPEN", "HOLDER", "CONTACT", "MANAGES");

    private static final Set<Cast> TEAM = Set.of(Cast.N1, Cast.SUPERVISOR, Cast.ADMINISTRATOR);

    private static final Map<Cast, String> MANAGERS = Map.of(Cast.MANAGER, "A", Cast.CLIENT, "B");

    private static final Map<String, List<String>> COMPANIES = Table.rows("companies.txt", 2).stream()
            .collect(Collectors.toMap(
                    row -> row.get(0), row -> List.of(row.get(1).split("\\s+", -1))));

    /** Whether it matters whose ticket it is. */
    boolean dependsOnTheOwner() {
        return BY_TICKET.contains(words);
    }

    boolean isForEverybody() {
        return Set.of("ANYBODY", "SIGNED_IN", "OWN", "UPLOAD").contains(words);
    }

    /** With what this one is refused; empty where it is not. A visitor is always asked to sign in first. */
    OptionalInt refusal(Cast role, Owner owner) {
        if (words.equals("NOWHERE")) {
            return OptionalInt.of(404);
        }
        if (role == Cast.VISITOR) {
            return words.equals("ANYBODY") ? OptionalInt.empty() : OptionalInt.of(401);
        }
        return switch (words) {
            case "ANYBODY", "SIGNED_IN", "OWN", "UPLOAD" -> OptionalInt.empty();
            case "READ", "FOLLOW", "SAY", "WORK" -> byLevel(Walls.between(role, owner));
            case "ASKER" -> ofTheAsker(role, owner);
            case "NOTES" -> when(!role.isStaff(), 404);
            case "OPEN" -> opening(role, owner);
            case "HOLDER" -> when(role != owner.person(), 404);
            case "MANAGES" -> when(!manages(role, owner), 404);
            case "CONTACT" -> ofAContact(role, owner);
            case "TEAM" -> role.isStaff() ? when(!TEAM.contains(role), 403) : OptionalInt.of(404);
            case "UNIT", "ANOTHER_UNIT" -> ofAUnit(role);
            default -> byAudience(role);
        };
    }

    /** To whom a unit is delegated there are no others; to everybody else all of them are closed. */
    private OptionalInt ofAUnit(Cast role) {
        return switch (role) {
            case ADMINISTRATOR -> OptionalInt.empty();
            case DELEGATE -> when(!words.equals("UNIT"), 404);
            default -> OptionalInt.of(403);
        };
    }

    private static OptionalInt when(boolean refused, int status) {
        return refused ? OptionalInt.of(status) : OptionalInt.empty();
    }

    private OptionalInt byLevel(Level level) {
        return level == Level.NOTHING ? OptionalInt.of(404) : when(level.compareTo(Level.valueOf(words)) < 0, 403);
    }

    private static OptionalInt ofTheAsker(Cast role, Owner owner) {
        return Walls.between(role, owner) == Level.NOTHING ? OptionalInt.of(404) : when(role != owner.person(), 403);
    }

    private static OptionalInt opening(Cast role, Owner owner) {
        var companies = Objects.requireNonNull(COMPANIES.get(role.name()), "companies.txt has no row for " + role);
        return companies.contains("403") ? OptionalInt.of(403) : when(!companies.contains(owner.company()), 404);
    }

    private static boolean manages(Cast role, Owner owner) {
        return owner.company().equals(MANAGERS.get(role));
    }

    /** A manager knows no contact users but the own company's; the others have no business with any. */
    private static OptionalInt ofAContact(Cast role, Owner owner) {
        if (MANAGERS.containsKey(role)) {
            return when(!manages(role, owner), 404);
        }
        return when(role != Cast.ADMINISTRATOR, 403);
    }

    private OptionalInt byAudience(Cast role) {
        var parts = List.of(words.split("\\s+", -1));
        var statuses = List.of(parts.get(parts.size() - 1).split("/", -1));
        var status = Integer.parseInt(statuses.get(role.isStaff() ? 0 : statuses.size() - 1));
        var inside = parts.subList(0, parts.size() - 1).stream().anyMatch(word -> switch (word) {
            case "STAFF" -> role.isStaff();
            case "NOBODY" -> false;
            case "MEMBERS" -> role != Cast.NEWCOMER;
            default -> role == Cast.valueOf(word);
        });
        return when(!inside, status);
    }

    /** For whom something differs by whose ticket it is, each of them; else any one. */
    List<Owner> owners() {
        return dependsOnTheOwner() ? Arrays.asList(Owner.values()) : List.of(Owner.REQUESTER);
    }
}
