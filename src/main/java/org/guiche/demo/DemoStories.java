package org.guiche.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.shared.Clocks;
import org.guiche.shared.JsonMap;
import org.guiche.tickets.Assignment;
import org.guiche.tickets.Assignments;
import org.guiche.tickets.Changes;
import org.guiche.tickets.Channel;
import org.guiche.tickets.Comments;
import org.guiche.tickets.OpenTicket;
import org.guiche.tickets.Replies;
import org.guiche.tickets.Reply;
import org.guiche.tickets.StatusChange;
import org.guiche.tickets.TextFormat;
import org.guiche.tickets.TicketChange;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.Tickets;
import org.guiche.tickets.TimerPass;
import org.guiche.units.Priority;

/** Tells the demo's tickets in the order of time, through the same doors as everybody, with the clock set back meanwhile. */
@Dependent
class DemoStories {

    @Inject
    Tickets tickets;

    @Inject
    Comments comments;

    @Inject
    Replies replies;

    @Inject
    Assignments assignments;

    @Inject
    Changes changes;

    @Inject
    DemoRatings ratings;

    @Inject
    TimerPass pass;

    @Inject
    People people;

    @Inject
    Clock clock;

    @PersistenceContext
    EntityManager em;

    private final Map<String, TicketCode> codes = new HashMap<>();
    private final Map<String, Person> persons = new HashMap<>();

    /** One thing that happens, that long ago, to the story's ticket. */
    private record Scene(Duration ago, String story, JsonObject what) {}

    void tell(List<JsonObject> stories, Clocks clocks) {
        var scenes = new ArrayList<Scene>();
        for (int i = 0; i < stories.size(); i++) {
            var story = "story " + i;
            for (var scene : stories.get(i).getJsonArray("scenes").getValuesAs(JsonObject.class)) {
                scenes.add(new Scene(Duration.parse(scene.getString("ago")), story, scene));
            }
        }
        scenes.sort(Comparator.comparing(Scene::ago).reversed());
        var present = clock.instant();
        var moved = Duration.ZERO;
        try {
            for (var scene : scenes) {
                moved = moved.plus(go(present.minus(scene.ago()), clocks));
                play(scene);
            }
            moved = moved.plus(go(present, clocks));
        } finally {
            clocks.advance(moved.negated());
        }
    }

    /** Goes to that moment; what is due until then happens when it is. Gives how far it was. */
    private Duration go(Instant to, Clocks clocks) {
        var from = clock.instant();
        for (var next = pass.next(); next.filter(to::isAfter).isPresent(); next = pass.next()) {
            clocks.advance(Duration.between(clock.instant(), latest(clock.instant(), next.orElseThrow())));
            pass.some();
        }
        clocks.advance(Duration.between(clock.instant(), to));
        return Duration.between(from, to);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void play(Scene scene) {
        var what = scene.what();
        var person = person(what.getString("by"));
        if (what.containsKey("open")) {
            codes.put(
                    scene.story(),
                    tickets.open(request(what.getJsonObject("open")), person).code());
            return;
        }
        var code = Objects.requireNonNull(codes.get(scene.story()), "a story begins with its opening");
        if (what.containsKey("say") || what.containsKey("note")) {
            say(code, what, person);
        } else if (what.containsKey("rate")) {
            ratings.play(code, what, person);
        } else if (what.containsKey("move")) {
            changes.change(code, TicketChange.toSector(what.getString("move"), Channel.PORTAL), person, null);
        } else if (what.containsKey("assign")) {
            var to = person(what.getString("assign")).id();
            assignments.assign(code, new Assignment(to, Channel.PORTAL), person, null);
        } else {
            var reason = what.getString("reason", null);
            changes.changeStatus(
                    code, new StatusChange(what.getString("status"), reason, null, Channel.PORTAL), person, null);
        }
    }

    private void say(TicketCode code, JsonObject what, Person person) {
        var reply = new Reply(
                what.getString("say", what.getString("note", "")),
                TextFormat.TEXT,
                what.containsKey("note"),
                List.of(),
                List.of(),
                what.getString("then", null),
                what.getString("reason", null),
                Channel.PORTAL);
        if (person.isStaff()) {
            replies.add(code, reply, person, null);
        } else {
            comments.add(code, reply, person);
        }
    }

    /** Who has an address that begins with that name. */
    private Person person(String name) {
        return persons.computeIfAbsent(name, key -> people.get(id("accounts_person where email like ?1", key + "@%")));
    }

    private long company(String name) {
        return id("partners_company where name = ?1", name);
    }

    private long id(String fromWhere, String value) {
        return ((Number) em.createNativeQuery("select id from " + fromWhere)
                        .setParameter(1, value)
                        .getSingleResult())
                .longValue();
    }

    private OpenTicket request(JsonObject json) {
        var priority = json.getString("priority", null);
        var client = json.getString("client", null);
        return new OpenTicket(
                json.getString("unit"),
                json.getString("subject", null),
                parts(json),
                json.getString("text"),
                TextFormat.TEXT,
                JsonMap.read(json.getOrDefault("answers", JsonValue.EMPTY_JSON_OBJECT)
                        .asJsonObject()),
                json.getString("classification", null),
                priority == null ? null : Priority.valueOf(priority),
                client == null ? null : company(client),
                null,
                json.getOrDefault("cc", JsonValue.EMPTY_JSON_ARRAY)
                        .asJsonArray()
                        .getValuesAs(JsonString::getString),
                null,
                List.of(),
                Channel.PORTAL,
                null);
    }

    private static Map<String, String> parts(JsonObject json) {
        return json.containsKey("title")
                ? Map.of("titulo", json.getString("title"), "agencia", "Equipe da loja")
                : Map.of();
    }
}
