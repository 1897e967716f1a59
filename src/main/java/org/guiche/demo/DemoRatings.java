package org.guiche.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.stream.Collectors;
import org.guiche.accounts.Person;
import org.guiche.tickets.Channel;
import org.guiche.tickets.NewRating;
import org.guiche.tickets.Praise;
import org.guiche.tickets.Ratings;
import org.guiche.tickets.TicketCode;

/** Rates the demo's tickets, or the last reply of one. */
@Dependent
class DemoRatings {

    private static final String LAST_REPLY = """
            select max(m.id) from tickets_message m join tickets_ticket t on t.id = m.ticket_id
            where t.id = ?1 and not m.internal and m.author_id <> t.requester_id""";

    @Inject
    Ratings ratings;

    @PersistenceContext
    EntityManager em;

    void play(TicketCode code, JsonObject what, Person person) {
        var liked = what.getOrDefault("liked", JsonArray.EMPTY_JSON_ARRAY)
                .asJsonArray()
                .getValuesAs(JsonString.class);
        var rating = new NewRating(
                what.getInt("rate"),
                liked.stream().map(word -> Praise.valueOf(word.getString())).collect(Collectors.toSet()),
                what.getString("comment", ""),
                Channel.PORTAL);
        if (what.getBoolean("reply", false)) {
            ratings.rateReply(lastReply(code), rating, person);
        } else {
            ratings.rate(code, rating, person);
        }
    }

    private long lastReply(TicketCode code) {
        return ((Number) em.createNativeQuery(LAST_REPLY)
                        .setParameter(1, code.number())
                        .getSingleResult())
                .longValue();
    }
}
