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
        return colourFor(true);
    }

    /** The same as the staff or the requester sees it. */
    public StatusCategory colourFor(boolean staff) {
        var chosen = rules.colour();
        return chosen == null ? categoryFor(staff) : chosen;
    }

    /** Whether those outside are not told that it waits, nor why: it has another name for them (REQUIREMENTS 7.2, shownAs). */
    public boolean isVeiled() {
        return category == StatusCategory.ON_HOLD && !name.equals(publicName);
    }

    /** What the staff or the requester sees it as: what waits behind another name looks open from outside. */
    public StatusCategory categoryFor(boolean staff) {
        return !staff && isVeiled() ? StatusCategory.OPEN : category;
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
