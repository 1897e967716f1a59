package org.guiche.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is changed in a copied row so that it tells the history's n-th ticket. */
final class Rewriting {

    private static final List<String> RANKS = List.of("URGENT", "HIGH", "MEDIUM", "LOW");

    private Rewriting() {}

    static Map<String, @Nullable Object> ticket(Facts facts, long code, long sector) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("id", code);
        row.put("subject", facts.subject());
        row.put("sector_id", sector);
        row.put("status_id", facts.unit().status(facts.category()).id());
        row.put("category", facts.category());
        row.put("hold_reason_id", null);
        row.put("classification_id", facts.classification());
        row.put("priority", facts.priority());
        row.put("priority_rank", RANKS.indexOf(facts.priority()));
        row.put("group_id", facts.requester().groupId());
        row.put("company_id", facts.requester().companyId());
        row.put("project_id", null);
        row.put("requester_id", facts.requester().personId());
        row.put("opened_by_id", facts.requester().personId());
        row.put("assignee_id", facts.assignee());
        row.put("submission_key", null);
        times(facts, row);
        return row;
    }

    private static void times(Facts facts, Map<String, @Nullable Object> row) {
        row.put("created_at", facts.createdAt());
        row.put("queued_at", facts.createdAt());
        row.put("last_activity_at", facts.lastActivityAt());
        row.put("changed_at", facts.lastActivityAt());
        row.put("status_since", facts.isFinished() ? facts.finishedAt() : facts.createdAt());
        row.put("first_response_at", facts.assignee() == null ? null : facts.answeredAt());
        row.put("first_response_due", facts.createdAt().plusSeconds(4 * 3600));
        row.put("resolution_due", facts.createdAt().plusSeconds(72 * 3600));
        row.put("resolved_at", facts.finishedAt());
        row.put("closed_at", facts.category().equals("CLOSED") ? facts.finishedAt() : null);
    }

    static Map<String, @Nullable Object> message(Facts facts, long code, long id, int place, boolean rare) {
        var random = facts.random();
        var fromAgent = place % 2 == 1;
        var text = place == 0 ? Prose.question(random) : fromAgent ? Prose.answer(random) : Prose.note(random);
        var plain = rare ? text + " O código interno é " + Prose.RARE_WORD + "." : text;
        var row = new HashMap<String, @Nullable Object>();
        row.put("id", id);
        row.put("ticket_id", code);
        row.put("author_id", fromAgent ? facts.agent() : facts.requester().personId());
        row.put("internal", false);
        row.put("plain", plain);
        row.put("html", "<p>" + plain.replace("&", "&amp;").replace("<", "&lt;") + "</p>");
        row.put("heading", place == 0 ? facts.subject() : "");
        row.put("created_at", facts.createdAt().plusSeconds(1800L * place));
        return row;
    }

    static Map<String, @Nullable Object> event(Facts facts, long code, long id, int place) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("id", id);
        row.put("ticket_id", code);
        row.put("actor_id", place == 0 ? facts.requester().personId() : facts.agent());
        row.put("at", facts.createdAt().plusSeconds(600L * place));
        row.put("internal", false);
        row.put(
                "type",
                List.of("CREATED", "MESSAGE_ADDED", "STATUS_CHANGED", "STATUS_CHANGED")
                        .get(place));
        row.put(
                "from_value",
                place < 2
                        ? null
                        : facts.unit().status(place == 2 ? "NEW" : "OPEN").key());
        row.put(
                "to_value",
                place < 2
                        ? null
                        : facts.unit()
                                .status(place == 2 ? "OPEN" : facts.category())
                                .key());
        return row;
    }
}
