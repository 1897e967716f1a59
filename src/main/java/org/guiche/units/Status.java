package org.guiche.units;

import java.util.List;
import java.util.Optional;

/**
 * A unit's status: a name for the staff, one for the requester, a category, and its rules.
 *
 * @param reasonRequired going there asks for one of the reasons
 * @param offeredAfterReply the send button offers it first after an agent's reply
 * @param rules what it does by itself
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
        StatusRules rules) {

    public Status {
        reasons = List.copyOf(reasons);
    }

    /** The name that the staff or the requester sees (C18). */
    public String nameFor(boolean staff) {
        return staff ? name : publicName;
    }

    /** What it does to that clock: what its rules say, or what is usual for the category. */
    public ClockEffect effect(ServiceMetric metric) {
        return rules.clocks().getOrDefault(metric, category.clocks());
    }

    /** The reason of that key, if the status has it. */
    public Optional<HoldReason> reason(String key) {
        return reasons.stream().filter(reason -> reason.key().equals(key)).findFirst();
    }
}
