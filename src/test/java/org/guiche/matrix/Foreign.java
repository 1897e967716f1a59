package org.guiche.matrix;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What somebody has no business with, for each kind of thing that a field may name; and what never was. */
final class Foreign {

    private static final List<Long> NO_NUMBERS = List.of(999_999_999L, -1L, Long.MAX_VALUE);

    private static final Set<String> NO_TEXTS =
            Set.of(World.NEVER, "0", "x", "../x", Objects.requireNonNull(World.NONE.get("upload")));

    private final URL home;
    private final Cast role;
    private final Owner owner;

    /** For that one, who does something about what is that owner's. */
    Foreign(URL home, Cast role, Owner owner) {
        this.home = home;
        this.role = role;
        this.owner = owner;
    }

    List<JsonValue> values(String kind) {
        return switch (kind.split(" ", 2)[0]) {
            case "TICKET" -> texts(Stream.concat(Stream.of(World.NEVER, "0", "x"), tickets(false)));
            case "TICKET_OF_THE_SAME_GROUP" -> texts(Stream.concat(Stream.of(World.NEVER, "0", "x"), tickets(true)));
            case "COMPANY" -> numbers(companies());
            case "PROJECT" -> numbers(projects());
            case "PERSON" -> numbers(customers());
            case "PARTNER" -> numbers(Stream.of());
            case "UPLOAD" -> texts(uploads());
            case "MESSAGE" -> numbers(messages());
            case "GROUP" -> numbers(role.isStaff() ? Stream.of() : groups());
            case "CONTACT" -> numbers(role.isStaff() ? Stream.of() : contacts());
            case "CONTRACT" -> numbers(contracts());
            case "SERVICE" -> numbers(ofOthers("partners_service"));
            case "PARTNER_OF_THE_COMPANY" -> numbers(partners());
            case "CALLER" -> texts(Stream.of(Cast.STRANGER.email(), Cast.RIVAL.email()));
            case "KEY" -> texts(keys(kind.split(" ", 2)[1]));
            default -> throw new IllegalArgumentException("no such kind of thing: " + kind);
        };
    }

    /** The same without what never was. */
    List<JsonValue> existing(String kind) {
        return values(kind).stream()
                .filter(value -> !NO_TEXTS.contains(value.toString().replace("\"", "")))
                .filter(value ->
                        NO_NUMBERS.stream().noneMatch(no -> no.toString().equals(value.toString())))
                .toList();
    }

    private static List<JsonValue> texts(Stream<String> texts) {
        return texts.<JsonValue>map(Json::createValue).toList();
    }

    private static List<JsonValue> numbers(Stream<String> ids) {
        var found = new ArrayList<JsonValue>(
                NO_NUMBERS.stream().map(Json::createValue).toList());
        ids.filter(Objects::nonNull).map(Long::parseLong).map(Json::createValue).forEach(found::add);
        return found;
    }

    /** Of other owners, in groups that this one does not see, or in another group than the one at hand. */
    private Stream<String> tickets(boolean inAnotherGroup) {
        var world = World.at(home);
        return Arrays.stream(Owner.values())
                .filter(other -> Walls.between(role, other) == Level.NOTHING
                        || (inAnotherGroup && !group(other).equals(group(owner))))
                .map(other -> world.standing(other).code());
    }

    private String group(Owner one) {
        return Rows.one(
                "select group_id from tickets_ticket where id = ?",
                Long.parseLong(World.at(home).standing(one).code().replaceAll("\\D", "")));
    }

    private Stream<String> companies() {
        return Stream.of("A", "B", "C")
                .filter(letter ->
                        new Door("OPEN").refusal(role, withCompany(letter)).isPresent())
                .map(World::companyId);
    }

    private static Owner withCompany(String letter) {
        return Arrays.stream(Owner.values())
                .filter(one -> one.company().equals(letter))
                .findFirst()
                .orElseThrow();
    }

    private Stream<String> projects() {
        return ofOthers("partners_project");
    }

    private static Stream<String> asked(String sql, Object... values) {
        return Rows.of(sql, values).stream();
    }

    private Stream<String> ofOthers(String table) {
        return asked("select max(id) from " + table + " where company_id <> ?", Long.parseLong(World.company(owner)));
    }

    private Stream<String> groups() {
        return asked(
                "select group_id from partners_company where name like 'Muros _' and id <> ?"
                        + " union all select group_id from partners_partner where name = 'Muros Um'",
                Long.parseLong(World.company(owner)));
    }

    private Stream<String> contacts() {
        return asked(
                "select id from accounts_person where email like 'contato-_@muros.example' and email <> ?",
                "contato-" + owner.company().toLowerCase(Locale.ROOT) + "@muros.example");
    }

    /** Of the other partners one. */
    private static Stream<String> contracts() {
        return asked(
                "select max(k.id) from partners_contract k join partners_partner p on p.id = k.partner_id where p.name <> 'Muros Três'");
    }

    /** Who does not serve the company. */
    private Stream<String> partners() {
        return asked(
                "select id from partners_partner where id not in (select partner_id from partners_client where company_id = ?) limit 2",
                Long.parseLong(World.company(owner)));
    }

    private static Stream<String> customers() {
        return Stream.of(Cast.REQUESTER, Cast.STRANGER, Cast.PARTNER, Cast.NEWCOMER)
                .map(World::personId);
    }

    /** Another's that waits, and one that a ticket has already, public and not. */
    private Stream<String> uploads() {
        var world = World.at(home);
        var another = role == Cast.STRANGER ? Cast.REQUESTER : Cast.STRANGER;
        var used = world.standing(owner);
        return Stream.of(
                Objects.requireNonNull(World.NONE.get("upload")),
                world.upload(another, "alheio"),
                used.file(),
                used.noted(),
                "x",
                "../x");
    }

    private Stream<String> messages() {
        var world = World.at(home);
        return Arrays.stream(Owner.values())
                .filter(other -> other != owner)
                .flatMap(other -> Stream.of(
                        world.standing(other).message(), world.standing(other).note()));
    }

    /** Of other units, and none. */
    private static Stream<String> keys(String table) {
        var ofLoja = switch (table) {
            case "units_hold_reason" ->
                "select r.key from units_hold_reason r join units_status s on s.id = r.status_id join units_unit u on u.id = s.unit_id";
            default -> "select k.key from " + table + " k join units_unit u on u.id = k.unit_id";
        };
        var others = table.equals("units_unit") || table.equals("units_sector")
                ? List.<String>of()
                : Rows.of(
                        "select distinct key from " + table + " where key not in (" + ofLoja + " where u.key = ?)",
                        "loja");
        return Stream.concat(others.stream().limit(5), Stream.of("nenhuma", "Loja", "../loja", "loja'--"));
    }
}
