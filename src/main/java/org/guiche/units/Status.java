package org.guiche.units;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A unit's status: a name for the staff, one for the requester, a category, and its rules.
 *
 * @param reasonRequired going there asks for one of the reasons
 * @param offeredAfterReply the send button offers it first after an agent's reply
 * @param rules what it does by itself
 * @param retiredReasons those that are offered no more, but tickets may wait for
 */
public record Status(
        long id,
        String key,
        String name,
        String publicName,
        StatusCategory category,
        ReplyRule replyRule,
        boolean reasonRequired,
        boolean offeredAfterReply,
        List<HoldReason> reasons,
        StatusRules rules,
        List<HoldReason> retiredReasons) {

    public Status {
        reasons = List.copyOf(reasons);
        retiredReasons = List.copyOf(retiredReasons);
    }

    /** The name that the staff or the requester sees (C18). */
    public String nameFor(boolean staff) {
        return staff ? name : publicName;
    }

    /** The category whose colour and glyph it wears. */
    public StatusCategory colour() {
        var chosen = rules.colour();
        return chosen == null ? category : chosen;
    }

    /** What it does to that clock: what its rules say, or what is usual for the category. */
    public ClockEffect effect(ServiceMetric metric) {
        return rules.clocks().getOrDefault(metric, category.clocks());
    }

    /** The reason of that key, offered or not any more. */
    public Optional<HoldReason> reason(String key) {
        return everyReason().filter(reason -> reason.key().equals(key)).findFirst();
    }

    /** The reason of that id, offered or not any more. */
    public Optional<HoldReason> reason(long id) {
        return everyReason().filter(reason -> reason.id() == id).findFirst();
    }

    private Stream<HoldReason> everyReason() {
        return Stream.concat(reasons.stream(), retiredReasons.stream());
    }
}
