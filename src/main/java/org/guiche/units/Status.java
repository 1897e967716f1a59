package org.guiche.units;

import java.util.List;

/**
 * A unit's status: a name for the staff, one for the requester, a category, and its rules.
 *
 * @param offeredAfterReply the send button offers it first after an agent's reply
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
        List<HoldReason> reasons) {

    public Status {
        reasons = List.copyOf(reasons);
    }
}
